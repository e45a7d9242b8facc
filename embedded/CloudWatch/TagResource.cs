using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html</summary>
internal sealed class TagResource(ResourceStore resources) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("ResourceARN");

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("ResourceARN");
        var added = AlarmTags.Read(request);
        request.Finish();
        await resources.ChangeAsync(change =>
        {
            var alarm = AlarmTags.AlarmOf(arn, change.Find<MetricAlarm>);
            change.Put(alarm.Name, alarm with { Tags = AlarmTags.Checked(request, alarm.Tags.With(added)) });
            return true;
        });
        return new ControlAnswer([]);
    }
}
