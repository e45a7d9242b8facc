using System.Runtime.ExceptionServices;
using Amazon.Lambda.Core;
using ImageService.Handlers;
using ImageService.Handlers.Collecting;
using ImageService.Handlers.Storage;
using ImageService.Lambda.Logging;

namespace ImageService.Lambda;

/// <summary>Removes once a day what belongs to no image. A schedule calls it; it is not an operation of the API.</summary>
public sealed class CollectGarbageFunction : IDisposable
{
    /// <summary>Set aside from the time of an invocation, to note where the next one goes on: longer than all attempts of a call of DynamoDB take.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(15);

    private readonly AwsAccess _clients;
    private readonly Collector _collector;
    private readonly LogWriter _log;
    private readonly TimeProvider _time;

    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public CollectGarbageFunction() : this(Settings.FromEnvironment(), new()) { }

    /// <summary>As a test or another host makes it.</summary>
    /// <param name="settings">The configuration of the service.</param>
    /// <param name="options">The clock, credentials, and where its log goes.</param>
    public CollectGarbageFunction(Settings settings, FunctionOptions options)
    {
        _time = options.Time;
        _clients = new AwsAccess(settings, options.Credentials, options.Time);
        _collector = new Collector(settings, _clients, options.Time);
        _log = new LogWriter(options.Log, options.Time);
    }

    /// <summary>Goes through the bucket as far as the time allows; the next invocation goes on there.</summary>
    /// <param name="collectorEvent">What to do.</param>
    /// <param name="context">Tells the time that is left.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="Exception">Something could not be read or removed: Lambda counts an error, and tries twice more.</exception>
    public async Task<CollectorReport> HandleAsync(CollectorEvent collectorEvent, ILambdaContext context)
    {
        var left = context.RemainingTime - Reserve;
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        var report = await _collector.RunAsync(new CollectorOptions { DryRun = collectorEvent.DryRun }, deadline.Token);
        if (!report.DryRun)
            _log.Write(report, context.AwsRequestId);
        if (report.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        return report;
    }

    /// <summary>Disposes the clients. Lambda never does, it ends the process.</summary>
    public void Dispose() => _clients.Dispose();
}
