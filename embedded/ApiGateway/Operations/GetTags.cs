using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html</summary>
internal sealed class GetTags(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (arn, _) = (request.RequiredText("resourceArn"), ApiPage.Of(request));
        return stored => new JsonObject { ["tags"] = ApiAnswer.Map(ApiTags.Of(stored, arn)) ?? [] };
    }
}
