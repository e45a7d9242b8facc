using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html</summary>
internal sealed class DescribeLogGroups(LogStore logs) : IControlOperation
{
    private const int MostItems = 50;

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (prefix, pattern) = (request.Text("logGroupNamePrefix") ?? "", request.Text("logGroupNamePattern") ?? "");
        var page = Page.Of(request, "nextToken", "limit", MostItems, MostItems);
        request.Finish();
        await logs.Flush();
        var (groups, next) = page.Cut(logs.Groups(prefix).Where(group => group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase)), group => group.Name);
        var answer = new JsonObject { ["logGroups"] = new JsonArray([.. groups.Select(group => group.Write(logs.Bytes(group.Name)))]) };
        if (next is not null)
            answer["nextToken"] = next;
        return answer;
    }
}
