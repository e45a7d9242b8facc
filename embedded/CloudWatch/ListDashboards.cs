using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html</summary>
internal sealed class ListDashboards(ResourceStore resources) : IControlOperation
{
    private const int Most = 1000;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (prefix, page) = (request.Text("DashboardNamePrefix") ?? "", new Page(request.Text("NextToken"), Most));
        request.Finish();
        var (dashboards, next) = page.Cut(resources.List<Dashboard>(prefix), dashboard => dashboard.Name);
        var answer = new JsonObject { ["DashboardEntries"] = new JsonArray([.. dashboards.Select(Describe)]) };
        if (next is not null)
            answer["NextToken"] = next;
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
