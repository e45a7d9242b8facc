using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html</summary>
internal sealed class TagResource(Functions functions) : FunctionOperation(functions)
{
    private const int MostTags = 50;

    public override string ResourceOf(ControlRequest request) => FunctionConfiguration.ArnOf(FunctionReference.Read(request, "Resource"));

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request, "Resource");
        var tags = request.Texts("Tags");
        request.Finish();
        await ChangeAsync(name, before =>
        {
            var all = before.Tags.Where(tag => !tags.ContainsKey(tag.Key)).Concat(tags).ToDictionary();
            return all.Count <= MostTags ? before with { Tags = all } : throw new AwsException(400, "InvalidParameterValueException", $"A resource has {MostTags} tags at most.");
        });
        return ControlAnswer.Nothing;
    }
}
