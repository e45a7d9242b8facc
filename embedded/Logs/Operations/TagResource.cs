using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html</summary>
internal sealed class TagResource(LogStore logs) : TagOperation(logs)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, tags) = (NameOf(request), request.Texts("tags"));
        request.Finish();
        await Logs.ChangeAsync(name, group =>
        {
            var all = group.Tags.With(tags);
            return all.Count <= ResourceTags.Most ? group with { Tags = all } : throw new AwsException(400, "TooManyTagsException", $"A resource has {ResourceTags.Most} tags at most.");
        });
        return ControlAnswer.Nothing;
    }
}
