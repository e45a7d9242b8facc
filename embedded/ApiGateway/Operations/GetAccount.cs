using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html</summary>
internal sealed class GetAccount(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request) => change => AccountAnswer.Of(change.Find<StoredAccount>(StoredAccount.Key));
}
