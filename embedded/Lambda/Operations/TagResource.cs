using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html</summary>
internal sealed class TagResource(Functions functions) : FunctionOperation(functions)
{
    public override string ResourceOf(ControlRequest request) => FunctionConfiguration.ArnOf(FunctionReference.Read(request, "Resource"));

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request, "Resource");
        var tags = request.Texts("Tags");
        request.Finish();
        await ChangeAsync(name, before =>
        {
            var all = before.Tags.With(tags);
            return all.Count <= ResourceTags.Most ? before with { Tags = all } : throw new AwsException(400, "InvalidParameterValueException", $"A resource has {ResourceTags.Most} tags at most.");
        });
        return ControlAnswer.Nothing;
    }
}
