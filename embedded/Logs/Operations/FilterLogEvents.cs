using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Logs.Storage;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html. Events of several streams are always in the order of their times, as AWS has it since 2019.</summary>
internal sealed class FilterLogEvents(LogStore logs) : GroupOperation(logs)
{
    private const int MostItems = 10_000;

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        var range = new EventRange(request.Milliseconds("startTime") ?? 0, request.Milliseconds("endTime") is { } end and < long.MaxValue ? end + 1 : long.MaxValue);
        var streams = request.TextList("logStreamNames").ToHashSet();
        var (prefix, token, limit) = (request.Text("logStreamNamePrefix") ?? "", request.Text("nextToken"), request.Number("limit") ?? MostItems);
        var pattern = FilterPattern.Read(request.Text("filterPattern") ?? "");
        _ = (request.Boolean("interleaved"), request.Boolean("unmask"));
        request.Finish();
        if (limit is < 1 or > MostItems)
            throw request.Invalid($"Value '{limit}' at 'limit' failed to satisfy constraint: 1 to {MostItems}");
        await Logs.Flush();
        var group = Logs.Group(name);
        var (found, last) = Find(group, range with { Beyond = token is null ? null : EventPlace.Read(request, token) }, limit, logEvent =>
            (streams.Count == 0 || streams.Contains(logEvent.Stream)) && logEvent.Stream.StartsWith(prefix, StringComparison.Ordinal) && pattern.Fits(logEvent.Message));
        var answer = new JsonObject { ["events"] = new JsonArray([.. found.Select(Write)]), ["searchedLogStreams"] = new JsonArray() };
        if (last is not null)
            answer["nextToken"] = last.Place.ToString();
        return answer;
    }

    /// <summary>Reads until there are enough; the last of them is given where there are more.</summary>
    private (List<LogEvent> Found, LogEvent? Last) Find(LogGroup group, EventRange range, int limit, Func<LogEvent, bool> isWanted)
    {
        var (found, bytes) = (new List<LogEvent>(), 0L);
        while (Logs.Events(group, range, MostItems) is { Count: > 0 } page)
        {
            foreach (var logEvent in page.Where(isWanted))
            {
                bytes += logEvent.Bytes;
                if (found.Count == limit || (bytes > LogDatabase.MostBytesRead && found.Count > 0))
                    return (found, found[^1]);
                found.Add(logEvent);
            }

            range = range with { Beyond = page[^1].Place };
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
}
