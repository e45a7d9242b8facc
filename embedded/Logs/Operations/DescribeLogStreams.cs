using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html</summary>
internal sealed class DescribeLogStreams(LogStore logs) : GroupOperation(logs)
{
    private const int MostItems = 50;

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var group = NameIn(request);
        var (prefix, token, limit) = (request.Text("logStreamNamePrefix") ?? "", request.Number("nextToken") ?? 0, request.Number("limit") ?? MostItems);
        var (order, isDescending) = (request.Text("orderBy") ?? "LogStreamName", request.Boolean("descending") == true);
        request.Finish();
        if (limit is < 1 or > MostItems || token < 0)
            throw request.Invalid($"Value '{limit}' at 'limit' failed to satisfy constraint: 1 to {MostItems}");
        if (order is not ("LogStreamName" or "LastEventTime"))
            throw request.Invalid($"Value '{order}' at 'orderBy' failed to satisfy constraint: Member must satisfy enum value set: [LogStreamName, LastEventTime]");
        await Logs.Flush();
        var streams = Logs.Streams(Logs.Group(group).Name, prefix).AsEnumerable();
        if (order == "LastEventTime")
            streams = streams.OrderBy(stream => stream.Last ?? stream.Created);
        var page = (isDescending ? streams.Reverse() : streams).Skip(token).Take(limit + 1).ToList();
        var answer = new JsonObject { ["logStreams"] = new JsonArray([.. page.Take(limit).Select(stream => Write(group, stream))]) };
        if (page.Count > limit)
            answer["nextToken"] = (token + limit).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer;
    }

    private static JsonObject Write(string group, Storage.LogStream stream)
    {
        var answer = new JsonObject
        {
            ["logStreamName"] = stream.Name,
            ["creationTime"] = stream.Created,
            ["arn"] = $"{LogGroup.ArnOf(group)}:log-stream:{stream.Name}",
            ["storedBytes"] = 0, // AWS has it so since 2019.
        };
        if (stream is { First: { } first, Last: { } last, Ingested: { } ingested })
            (answer["firstEventTimestamp"], answer["lastEventTimestamp"], answer["lastIngestionTime"]) = (first, last, ingested);
        return answer;
    }
}
