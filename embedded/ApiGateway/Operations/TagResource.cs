using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html</summary>
internal sealed class TagResource(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (arn, tags) = (request.RequiredText("resourceArn"), request.Tags());
        return change =>
        {
            ApiTags.Change(change, arn, known => known.With(tags));
            return ControlAnswer.Nothing;
        };
    }
}
