using EmbeddedAws.Iam;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs;

/// <summary>
/// Stores what functions write, if their roles may: as on AWS, a function without that permission has no log. A function never waits for it: lines
/// that come faster than they can be stored are dropped, and the log says how many.
/// </summary>
internal sealed class FunctionLogs : IAsyncDisposable
{
    private const int MostWaitingBytes = 32 * 1024 * 1024;

    /// <summary>About what a waiting event takes in addition to its text.</summary>
    private const int EventOverhead = 128;

    private const int MostInOneWrite = 5000;

    private readonly LogStore _logs;
    private readonly TextWriter _errors;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writer = new(1);
    private readonly Queue<(Target Target, LogEvent Event)> _waiting = [];
    private readonly Dictionary<Target, int> _dropped = [];
    private long _waitingBytes;
    private long _added;
    private long _taken;
    private bool _isScheduled;

    public FunctionLogs(LogStore logs, TextWriter errors)
    {
        (_logs, _errors) = (logs, errors);
        logs.Flush = FlushAsync;
    }

    /// <summary>Where the lines of a process go.</summary>
    public Action<string> Open(string group, IamRole role, string stream)
    {
        var target = new Target(group, role, stream);
        return line => Add(target, line);
    }

    /// <summary>Stores all that was written until now.</summary>
    public async Task FlushAsync()
    {
        long until;
        lock (_gate)
            until = _added;
        await _writer.WaitAsync();
        try
        {
            // No more than that: a function may write as fast as this stores.
            while (Take(until) is { Count: > 0 } lines)
            {
                foreach (var group in lines.GroupBy(line => (line.Target.Group, line.Target.Role)))
                    await StoreAsync(group.Key.Group, group.Key.Role, [.. group.Select(line => line.Event)]);
            }
        }
        finally
        {
            _writer.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        _writer.Dispose();
    }

    private void Add(Target target, string line)
    {
        lock (_gate)
        {
            if (_waitingBytes > MostWaitingBytes)
            {
                _dropped[target] = _dropped.GetValueOrDefault(target) + 1;
                return;
            }

            // CloudWatch has no event without a text.
            var logEvent = new LogEvent(target.Stream, _logs.Now, line.Length > 0 ? line : " ");
            _waiting.Enqueue((target, logEvent));
            _waitingBytes += Bytes(logEvent);
            _added++;
            if (_isScheduled)
                return;
            _isScheduled = true;
        }

        _ = Task.Run(StoreAsync);
    }

    private async Task StoreAsync()
    {
        lock (_gate)
            _isScheduled = false;
        try
        {
            await FlushAsync();
        }
#pragma warning disable CA1031 // Nobody waits for it, and its user reads why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await _errors.WriteLineAsync($"A log could not be stored: {exception.Message}");
        }
    }

    private List<(Target Target, LogEvent Event)> Take(long until)
    {
        lock (_gate)
        {
            var taken = new List<(Target Target, LogEvent Event)>();
            while (taken.Count < MostInOneWrite && _taken < until && _waiting.TryDequeue(out var line))
            {
                taken.Add(line);
                _waitingBytes -= Bytes(line.Event);
                _taken++;
            }

            if (_waiting.Count == 0)
            {
                taken.AddRange(_dropped.Select(dropped => (dropped.Key, new LogEvent(dropped.Key.Stream, _logs.Now, $"The embedded cloud dropped {dropped.Value} lines here: they came faster than they could be stored."))));
                _dropped.Clear();
            }

            return taken;
        }
    }

    private static int Bytes(LogEvent logEvent) => (sizeof(char) * logEvent.Message.Length) + EventOverhead;

    private async Task StoreAsync(string group, IamRole role, List<LogEvent> events)
    {
        var allowed = events.GroupBy(logEvent => logEvent.Stream).Where(stream => MayWrite(role, group, stream.Key)).SelectMany(stream => stream).ToList();
        if (allowed.Count > 0 && await IsThereAsync(group, role))
            await _logs.PutAsync(group, allowed, makeStreams: true);
    }

    private static bool MayWrite(IamRole role, string group, string stream)
    {
        var arn = $"{LogGroup.ArnOf(group)}:log-stream:{stream}";
        return MayCall(role, "logs:CreateLogStream", arn) && MayCall(role, "logs:PutLogEvents", arn);
    }

    /// <summary>A group that is missing is made, where the role may do that.</summary>
    private async Task<bool> IsThereAsync(string group, IamRole role)
    {
        if (_logs.Find(group) is not null)
            return true;
        if (!MayCall(role, "logs:CreateLogGroup", LogGroup.ArnOf(group)))
            return false;
        await _logs.CreateAsync(new LogGroup(group, DateTimeOffset.FromUnixTimeMilliseconds(_logs.Now)));
        return true;
    }

    private static bool MayCall(IamRole role, string action, string arn) => role.MayCall(action, arn, new Dictionary<string, string>());

    private sealed record Target(string Group, IamRole Role, string Stream);
}
