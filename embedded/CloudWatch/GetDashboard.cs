using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDashboard.html</summary>
internal sealed class GetDashboard(ResourceStore resources) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => Dashboard.ArnOf(request.RequiredText("DashboardName"));

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.RequiredText("DashboardName");
        request.Finish();
        var dashboard = resources.Find<Dashboard>(name) ?? throw Dashboard.NotFound(name);
        return new ControlAnswer(new JsonObject { ["DashboardArn"] = Dashboard.ArnOf(name), ["DashboardBody"] = dashboard.Body, ["DashboardName"] = name });
    }
}
