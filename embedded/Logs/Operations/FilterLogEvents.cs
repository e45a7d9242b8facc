using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html. Events of several streams are always in the order of their times, as AWS has it since 2019.</summary>
internal sealed class FilterLogEvents(LogStore logs) : GroupOperation(logs)
{
    private const int MostItems = 10_000;

    /// <summary>What AWS answers at once, too.</summary>
    private const int MostBytes = 1024 * 1024;

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        var range = new EventRange(request.Milliseconds("startTime") ?? 0, request.Milliseconds("endTime") is { } end ? end + 1 : long.MaxValue);
        var streams = (request.List("logStreamNames") ?? []).Select(stream => (string?)stream).ToHashSet();
        var (prefix, token, limit) = (request.Text("logStreamNamePrefix") ?? "", request.Text("nextToken"), request.Number("limit") ?? MostItems);
        var pattern = FilterPattern.Read(request.Text("filterPattern") ?? "");
        _ = (request.Boolean("interleaved"), request.Boolean("unmask"));
        request.Finish();
        if (limit is < 1 or > MostItems)
            throw request.Invalid($"Value '{limit}' at 'limit' failed to satisfy constraint: 1 to {MostItems}");
        await Logs.Flush();
        var group = Logs.Group(name);
        var (found, last) = Find(group, range with { Beyond = token is null ? null : Place(request, token) }, limit, logEvent =>
            (streams.Count == 0 || streams.Contains(logEvent.Stream)) && logEvent.Stream.StartsWith(prefix, StringComparison.Ordinal) && pattern.Fits(logEvent.Message));
        var answer = new JsonObject { ["events"] = new JsonArray([.. found.Select(Write)]), ["searchedLogStreams"] = new JsonArray() };
        if (last is not null)
            answer["nextToken"] = string.Create(CultureInfo.InvariantCulture, $"{last.Timestamp:D20}{last.Id:D20}");
        return answer;
    }

    /// <summary>Reads until there are enough; the last that was read is given where there may be more.</summary>
    private (List<LogEvent> Found, LogEvent? Last) Find(LogGroup group, EventRange range, int limit, Func<LogEvent, bool> isWanted)
    {
        var (found, bytes) = (new List<LogEvent>(), 0);
        while (Logs.Events(group, range, MostItems) is { Count: > 0 } page)
        {
            foreach (var logEvent in page.Where(isWanted))
            {
                found.Add(logEvent);
                bytes += logEvent.Message.Length;
                if (found.Count == limit || bytes >= MostBytes)
                    return (found, logEvent);
            }

            range = range with { Beyond = (page[^1].Timestamp, page[^1].Id) };
        }

        return (found, null);
    }

    private static JsonObject Write(LogEvent logEvent) => new()
    {
        ["logStreamName"] = logEvent.Stream,
        ["timestamp"] = logEvent.Timestamp,
        ["message"] = logEvent.Message,
        ["ingestionTime"] = logEvent.Ingested,
        ["eventId"] = string.Create(CultureInfo.InvariantCulture, $"{logEvent.Timestamp:D20}{logEvent.Id:D36}"),
    };

    private static (long Timestamp, long Id) Place(ControlRequest request, string token) =>
        token.Length == 40
        && long.TryParse(token[..20], NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp) && long.TryParse(token[20..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (timestamp, id)
            : throw request.Invalid("The specified nextToken is invalid.");
}
