using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html</summary>
internal sealed class PutLogEvents(LogStore logs) : StreamOperation(logs)
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1_048_576;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14), Newest = TimeSpan.FromHours(2);

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (group, stream) = (NameIn(request), request.RequiredText("logStreamName"));
        var events = (request.List("logEvents") ?? []).Select(item => Read(request, stream, item)).ToList();
        _ = request.Text("sequenceToken"); // AWS takes any since 2023.
        request.Finish();
        if (events.Count is 0 or > MostEvents || events.Sum(logEvent => (long)logEvent.Bytes) > MostBytes)
            throw request.Invalid($"A batch has 1 to {MostEvents} events and {MostBytes} bytes at most.");
        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
            throw request.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        return await PutAsync(Logs.Group(group), stream, events);
    }

    private async Task<ControlAnswer> PutAsync(LogGroup group, string stream, List<LogEvent> events)
    {
        var (expired, old, late) = (Logs.Oldest(group), Logs.Now - (long)Oldest.TotalMilliseconds, Logs.Now + (long)Newest.TotalMilliseconds);
        var kept = events.Where(logEvent => logEvent.Timestamp >= Math.Max(expired, old) && logEvent.Timestamp <= late).ToList();
        if (!Logs.Streams(group.Name, stream).Any(known => known.Name == stream) || (kept.Count > 0 && !await Logs.PutAsync(group.Name, kept, makeStreams: false)))
            throw LogStore.NoStream();
        var answer = new JsonObject { ["nextSequenceToken"] = "0" };
        var rejected = new JsonObject();
        if (events.Count(logEvent => logEvent.Timestamp < old) is var tooOld and > 0)
            rejected["tooOldLogEventEndIndex"] = tooOld;
        if (events.Count(logEvent => logEvent.Timestamp < expired) is var gone and > 0)
            rejected["expiredLogEventEndIndex"] = gone;
        if (events.FindIndex(logEvent => logEvent.Timestamp > late) is var tooNew and >= 0)
            rejected["tooNewLogEventStartIndex"] = tooNew;
        if (rejected.Count > 0)
            answer["rejectedLogEventsInfo"] = rejected;
        return answer;
    }

    private static LogEvent Read(ControlRequest request, string stream, JsonNode? item) =>
        item is JsonObject members && members["timestamp"] is JsonValue time && time.TryGetValue(out long timestamp) && timestamp >= 0
        && members["message"] is JsonValue text && text.TryGetValue(out string? message) && message.Length > 0
            ? new LogEvent(stream, timestamp, message)
            : throw request.Invalid("Each of logEvents has a timestamp and a message.");
}
