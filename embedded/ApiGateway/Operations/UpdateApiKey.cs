using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html</summary>
internal sealed class UpdateApiKey(ResourceStore resources, TimeProvider time) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (id, patches) = (request.RequiredText("apiKey"), Patch.Of(request));
        return change =>
        {
            var key = patches.Aggregate(change.ApiKey(id), Apply) with { Updated = time.GetUtcNow() };
            change.Put(id, key);
            return ApiAnswer.Of(key, withValue: false);
        };
    }

    private static StoredApiKey Apply(StoredApiKey key, Patch patch) => patch switch
    {
        { Path: "/name" } => key with { Name = patch.Value },
        { Path: "/description" } => key with { Description = patch.Value },
        { Path: "/customerId" } => key with { CustomerId = patch.Value },
        { Op: "replace", Path: "/enabled" } => key with { Enabled = patch.Boolean },
        _ => throw patch.Unknown,
    };
}
