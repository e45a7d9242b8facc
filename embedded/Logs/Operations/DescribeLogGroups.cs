using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html</summary>
internal sealed class DescribeLogGroups(LogStore logs) : IControlOperation
{
    private const int MostItems = 50;

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (prefix, pattern, token) = (request.Text("logGroupNamePrefix") ?? "", request.Text("logGroupNamePattern") ?? "", request.Text("nextToken") ?? "");
        var limit = request.Number("limit") ?? MostItems;
        request.Finish();
        if (limit is < 1 or > MostItems)
            throw request.Invalid($"Value '{limit}' at 'limit' failed to satisfy constraint: 1 to {MostItems}");
        await logs.Flush();
        var page = logs.Groups(prefix)
            .Where(group => group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(group.Name, token) > 0).Take(limit + 1).ToList();
        var answer = new JsonObject { ["logGroups"] = new JsonArray([.. page.Take(limit).Select(group => group.Write(logs.Bytes(group.Name)))]) };
        if (page.Count > limit)
            answer["nextToken"] = page[limit - 1].Name;
        return answer;
    }
}
