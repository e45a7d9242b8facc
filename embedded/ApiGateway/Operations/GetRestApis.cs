using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html</summary>
internal sealed class GetRestApis(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var page = ApiPage.Of(request);
        return change => page.Answer(change.List<StoredApi>(), api => api.Id, ApiAnswer.Of);
    }
}
