using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3;

namespace EmbeddedAws.S3Control;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_TagResource.html</summary>
internal sealed class TagResource(BucketTags tags) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("resourceArn");

    public async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("resourceArn");
        var added = (request.List("Tags") ?? throw request.Invalid("Tags is required.")).Select(tag => TagOf(request, tag)).ToList();
        request.Finish();
        await tags.ChangeAsync(arn, present => [.. present.Where(tag => added.All(other => other.Key != tag.Key)), .. added]);
        return ControlAnswer.Nothing;
    }

    private static KeyValuePair<string, string> TagOf(ControlRequest request, JsonNode? tag) => tag is JsonObject { Count: 2 } members && members["Key"] is { } key && members["Value"] is { } value
        ? KeyValuePair.Create((string)key!, (string)value!)
        : throw request.Invalid("A tag has a Key and a Value.");
}
