using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html</summary>
internal sealed class TagResource(LogStore logs) : TagOperation(logs)
{
    private const int MostTags = 50;

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, tags) = (NameOf(request), request.Texts("tags"));
        request.Finish();
        await Logs.ChangeAsync(name, group =>
        {
            var all = group.Tags.Where(tag => !tags.ContainsKey(tag.Key)).Concat(tags).ToDictionary();
            return all.Count <= MostTags ? group with { Tags = all } : throw new AwsException(400, "TooManyTagsException", $"A resource has {MostTags} tags at most.");
        });
        return ControlAnswer.Nothing;
    }
}
