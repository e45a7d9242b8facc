using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponses.html</summary>
internal sealed class GetGatewayResponses(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        // The list is whole whatever the page: https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponses.html.
        var (apiId, _) = (request.RequiredText("restApiId"), ApiPage.Of(request));
        return stored =>
        {
            var api = stored.Api(apiId);
            return new JsonObject { ["item"] = new JsonArray([.. GatewayResponseType.All.Keys.Select(type => GatewayResponseAnswer.Of(stored, api, type))]) };
        };
    }
}
