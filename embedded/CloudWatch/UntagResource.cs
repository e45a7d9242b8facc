using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_UntagResource.html</summary>
internal sealed class UntagResource(ResourceStore resources) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("ResourceARN");

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("ResourceARN");
        var keys = request.RequiredTextList("TagKeys");
        request.Finish();
        await resources.ChangeAsync(change =>
        {
            var alarm = AlarmTags.AlarmOf(arn, change.Find<MetricAlarm>);
            change.Put(alarm.Name, alarm with { Tags = alarm.Tags.Without(keys) });
            return true;
        });
        return new ControlAnswer([]);
    }
}
