using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteDashboards.html. All go, or none where one is not there.</summary>
internal sealed class DeleteDashboards(ResourceStore resources) : IControlOperation
{
    public IReadOnlyList<string> ResourcesOf(ControlRequest request) => [.. request.RequiredTextList("DashboardNames").Select(Dashboard.ArnOf)];

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var names = request.RequiredTextList("DashboardNames");
        request.Finish();
        await resources.ChangeAsync(change =>
        {
            foreach (var name in names)
            {
                if (change.Find<Dashboard>(name) is null)
                    throw Dashboard.NotFound(name);
                change.Delete<Dashboard>(name);
            }

            return true;
        });
        return new ControlAnswer([]);
    }
}
