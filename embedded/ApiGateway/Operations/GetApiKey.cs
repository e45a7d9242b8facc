using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html</summary>
internal sealed class GetApiKey(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (id, withValue) = (request.RequiredText("apiKey"), request.Boolean("includeValue") ?? false);
        return stored => ApiAnswer.Of(stored.ApiKey(id), withValue);
    }
}
