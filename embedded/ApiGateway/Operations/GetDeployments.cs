using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployments.html</summary>
internal sealed class GetDeployments(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, page) = (request.RequiredText("restApiId"), ApiPage.Of(request));
        return change => page.Answer(change.List<StoredDeployment>($"{change.Api(apiId).Id}/"), deployment => deployment.Id, ApiAnswer.Of);
    }
}
