using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html</summary>
internal sealed class ListDashboards(ResourceStore resources) : IControlOperation
{
    private const int Page = 1000;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (prefix, after) = (request.Text("DashboardNamePrefix") ?? "", request.Text("NextToken"));
        request.Finish();
        var dashboards = resources.List<Dashboard>(prefix).Where(dashboard => after is null || string.CompareOrdinal(dashboard.Name, after) > 0).ToList();
        var answer = new JsonObject { ["DashboardEntries"] = new JsonArray([.. dashboards.Take(Page).Select(Describe)]) };
        if (dashboards.Count > Page)
            answer["NextToken"] = dashboards[Page - 1].Name;
        return new ControlAnswer(answer);
    }

    private static JsonObject Describe(Dashboard dashboard) => new()
    {
        ["DashboardArn"] = Dashboard.ArnOf(dashboard.Name),
        ["DashboardName"] = dashboard.Name,
        ["LastModified"] = dashboard.Modified,
        ["Size"] = Encoding.UTF8.GetByteCount(dashboard.Body),
    };
}
