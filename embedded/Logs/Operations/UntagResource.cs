using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html</summary>
internal sealed class UntagResource(LogStore logs) : TagOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, keys) = (NameOf(request), request.TextList("tagKeys"));
        request.Finish();
        await Logs.ChangeAsync(name, group => group with { Tags = group.Tags.Without(keys) });
        return ControlAnswer.Nothing;
    }
}
