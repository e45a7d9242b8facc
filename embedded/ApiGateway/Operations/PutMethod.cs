using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html</summary>
internal sealed class PutMethod(ResourceStore resources) : ApiGatewayOperation(resources)
{
    private static readonly string[] HttpMethods = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var method = new StoredMethod(request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"))
        {
            ApiKeyRequired = request.Boolean("apiKeyRequired") ?? false,
            OperationName = request.Text("operationName"),
            RequestParameters = request.Booleans("requestParameters"),
            RequestModels = request.Texts("requestModels"),
        };
        if (request.RequiredText("authorizationType") is var authorization and not "NONE")
            throw ApiErrors.Unsupported($"authorizationType {authorization}");
        if (!HttpMethods.Contains(method.HttpMethod))
            throw ApiErrors.BadRequest("Invalid HttpMethod specified. Valid options are DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,ANY");
        return change =>
        {
            _ = change.Resource(method.ApiId, method.ResourceId);
            if (change.Find<StoredMethod>(method.Key) is not null)
                throw ApiErrors.Conflict("Method already exists for this resource");
            change.Put(method.Key, method);
            return ApiAnswer.Of(method);
        };
    }
}
