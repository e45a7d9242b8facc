using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRestApi.html</summary>
internal sealed class UpdateRestApi(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (id, patches) = (request.RequiredText("restApiId"), Patch.Of(request));
        return change =>
        {
            var api = patches.Aggregate(change.Api(id), Apply);
            BinaryTypes.Verify(api.BinaryMediaTypes);
            change.Put(id, api);
            return ApiAnswer.Of(api);
        };
    }

    private static StoredApi Apply(StoredApi api, Patch patch) => patch switch
    {
        { Path: "/name", IsRemove: false, Text.Length: > 0 } => api with { Name = patch.Text },
        { Path: "/description" } => api with { Description = patch.Value },
        { Path: "/version" } => api with { Version = patch.Value },
        { Path: "/apiKeySource", Text: "HEADER" } => api,
        { Path: "/disableExecuteApiEndpoint" } => api with { DisableExecuteApiEndpoint = patch.Boolean },
        { Path: "/policy", Text: "" } or { Path: "/minimumCompressionSize", Text: "" } => api,
        { Path: "/endpointConfiguration/ipAddressType" } => api with { IpAddressType = EndpointConfiguration.VerifiedAddressType(patch.Text) },
        _ when patch.After("/endpointConfiguration/types/") is not null => api with { EndpointType = EndpointConfiguration.VerifiedType(patch.Text) },
        _ when patch.After("/binaryMediaTypes/") is { Length: > 0 } type => api with { BinaryMediaTypes = BinaryTypes.Changed(api.BinaryMediaTypes, type, patch) },
        _ => throw patch.Unknown,
    };
}
