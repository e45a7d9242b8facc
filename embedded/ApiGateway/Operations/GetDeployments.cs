using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployments.html</summary>
internal sealed class GetDeployments(ResourceStore resources) : ApiGatewayQuery(resources)
{
    protected override Func<IResources, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, page) = (request.RequiredText("restApiId"), ApiPage.Of(request));
        return stored => page.Answer(stored.List<StoredDeployment>($"{stored.Api(apiId).Id}/"), deployment => deployment.Id, ApiAnswer.Of);
    }
}
