using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html. As LocalStack has it, the tag <c>_custom_id_</c> is the id.</summary>
internal sealed class CreateRestApi(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    private const string CustomId = "_custom_id_";

    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var api = new StoredApi("", request.RequiredText("name"), ApiIds.New(), time.GetUtcNow())
        {
            Description = request.Text("description"),
            Version = request.Text("version"),
            BinaryMediaTypes = request.TextList("binaryMediaTypes"),
            DisableExecuteApiEndpoint = request.Boolean("disableExecuteApiEndpoint") ?? false,
            Tags = request.Tags(),
        };
        if (request.Text("apiKeySource") is { Length: > 0 } source and not "HEADER")
            throw ApiErrors.Unsupported($"apiKeySource {source}");
        api = EndpointConfiguration.Set(api, request.Structure("endpointConfiguration"), request.Invalid);
        BinaryTypes.Verify(api.BinaryMediaTypes);
        return change =>
        {
            var id = api.Tags.TryGetValue(CustomId, out var custom) ? ApiNames.VerifiedId(custom) : change.NewId<StoredApi>(ApiIds.New);
            if (change.Find<StoredApi>(id) is not null)
                throw ApiErrors.Conflict($"There is an API with the id {id} already.");
            var made = api with { Id = id };
            change.Put(id, made);
            var root = new StoredResource(id, made.RootResourceId, null, null, "/");
            change.Put(root.Key, root);
            return ApiAnswer.Of(made);
        };
    }
}
