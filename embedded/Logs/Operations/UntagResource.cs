using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html</summary>
internal sealed class UntagResource(LogStore logs) : TagOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, keys) = (NameOf(request), request.TextList("tagKeys").ToHashSet());
        request.Finish();
        await Logs.ChangeAsync(name, group => group with { Tags = group.Tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary() });
        return ControlAnswer.Nothing;
    }
}
