using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html</summary>
internal sealed class GetLogEvents(LogStore logs) : StreamOperation(logs)
{
    private const int MostItems = 10_000;

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, stream) = (NameIn(request), request.RequiredText("logStreamName"));
        var range = new EventRange(request.Milliseconds("startTime") ?? 0, request.Milliseconds("endTime") ?? long.MaxValue) { Stream = stream };
        var (token, isFromHead, limit) = (request.Text("nextToken"), request.Boolean("startFromHead") == true, request.Number("limit") ?? MostItems);
        _ = request.Boolean("unmask"); // Nothing is masked.
        request.Finish();
        if (limit is < 1 or > MostItems)
            throw request.Invalid($"Value '{limit}' at 'limit' failed to satisfy constraint: 1 to {MostItems}");
        await Logs.Flush();
        var group = Logs.Group(name);
        if (!Logs.Streams(name, stream).Any(known => known.Name == stream))
            throw LogStore.NoStream();
        range = range with { Beyond = token is null ? null : EventPlace.Read(request, token is ['f' or 'b', '/', .. var place] ? place : ""), IsBackwards = token is null ? !isFromHead : token.StartsWith('b') };
        var events = Logs.Events(group, range, limit);
        var inOrder = range.IsBackwards ? [.. events.Reverse()] : events;
        return new JsonObject
        {
            ["events"] = new JsonArray([.. inOrder.Select(Write)]),
            ["nextForwardToken"] = $"f/{Place(inOrder.Count > 0 ? inOrder[^1] : null, range)}",
            ["nextBackwardToken"] = $"b/{Place(inOrder.Count > 0 ? inOrder[0] : null, range)}",
        };
    }

    private static JsonObject Write(LogEvent logEvent) =>
        new() { ["timestamp"] = logEvent.Timestamp, ["message"] = logEvent.Message, ["ingestionTime"] = logEvent.Ingested };

    /// <summary>Where there is nothing more, the place stays the same.</summary>
    private static EventPlace Place(LogEvent? logEvent, EventRange range) => logEvent?.Place ?? range.Beyond ?? default;
}
