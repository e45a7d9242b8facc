using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html</summary>
internal sealed class UntagResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (arn, keys) = (request.RequiredText("resourceArn"), request.TextList("tagKeys"));
        return change =>
        {
            ApiTags.Change(change, arn, known => known.Without(keys));
            return ControlAnswer.Nothing;
        };
    }
}
