using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html. The alarm is kept; nothing raises it, since no metrics are gathered here.
/// </summary>
internal sealed class PutMetricAlarm(ResourceStore resources, TimeProvider time) : IControlOperation
{
    private const int LongestName = 255;

    public string ResourceOf(ControlRequest request) => MetricAlarm.ArnOf(request.RequiredText("AlarmName"));

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.RequiredText("AlarmName");
        if (name.Length > LongestName)
            throw request.Invalid($"AlarmName has at most {LongestName} characters.");
        var configuration = new AlarmReader(request).Read().ToJsonString();
        var tags = AlarmTags.Read(request);
        request.Finish();
        await resources.ChangeAsync(change =>
        {
            // The tags of an alarm that is there are changed by TagResource only.
            change.Put(name, new MetricAlarm(name, configuration, time.GetUtcNow(), change.Find<MetricAlarm>(name)?.Tags ?? tags));
            return true;
        });
        return ControlAnswer.Nothing;
    }
}
