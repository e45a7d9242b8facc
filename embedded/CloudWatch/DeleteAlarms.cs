using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html. All go, or none where one is not there.</summary>
internal sealed class DeleteAlarms(ResourceStore resources) : IControlOperation
{
    public IReadOnlyList<string> ResourcesOf(ControlRequest request) => [.. request.RequiredTextList("AlarmNames").Select(MetricAlarm.ArnOf)];

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var names = request.RequiredTextList("AlarmNames");
        request.Finish();
        await resources.ChangeAsync(change =>
        {
            foreach (var name in names)
            {
                if (change.Find<MetricAlarm>(name) is null)
                    throw MetricAlarm.NotFound(name);
                change.Delete<MetricAlarm>(name);
            }

            return true;
        });
        return ControlAnswer.Nothing;
    }
}
