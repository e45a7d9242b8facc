using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html</summary>
internal sealed class GetTags(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (arn, _) = (request.RequiredText("resourceArn"), ApiPage.Of(request));
        return change => new JsonObject { ["tags"] = ApiAnswer.Map(ApiTags.Of(change, arn)) ?? [] };
    }
}
