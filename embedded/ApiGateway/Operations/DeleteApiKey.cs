using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html</summary>
internal sealed class DeleteApiKey(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var id = request.RequiredText("apiKey");
        return change =>
        {
            change.Delete<StoredApiKey>(change.ApiKey(id).Id);
            foreach (var key in change.List<StoredUsagePlanKey>().Where(key => key.KeyId == id))
                change.Delete<StoredUsagePlanKey>(key.Key);
            return ControlAnswer.Nothing;
        };
    }
}
