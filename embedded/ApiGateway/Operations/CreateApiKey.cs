using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html</summary>
internal sealed class CreateApiKey(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        // An id is never the value here, whatever is asked for.
        _ = request.Boolean("generateDistinctId");
        var key = new StoredApiKey("", request.Text("value") is { Length: > 0 } value ? ApiNames.VerifiedKey(value) : ApiIds.NewKey(), time.GetUtcNow())
        {
            Name = request.Text("name"),
            Description = request.Text("description"),
            CustomerId = request.Text("customerId"),
            Enabled = request.Boolean("enabled") ?? false,
            Tags = request.Tags(),
        };
        return change =>
        {
            if (change.List<StoredApiKey>().Any(known => known.Value == key.Value))
                throw ApiErrors.Conflict("API Key already exists");
            var made = key with { Id = change.NewId<StoredApiKey>(ApiIds.New) };
            change.Put(made.Id, made);
            return ApiAnswer.Of(made, withValue: true);
        };
    }
}
