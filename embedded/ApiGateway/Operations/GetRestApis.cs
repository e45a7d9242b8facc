using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html</summary>
internal sealed class GetRestApis(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var page = ApiPage.Of(request);
        return stored => page.Answer(stored.List<StoredApi>(), api => api.Id, ApiAnswer.Of);
    }
}
