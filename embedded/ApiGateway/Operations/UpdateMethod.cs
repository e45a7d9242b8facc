using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethod.html</summary>
internal sealed class UpdateMethod(ResourceStore resources) : ApiGatewayOperation(resources)
{
    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, resourceId, httpMethod) = (request.RequiredText("restApiId"), request.RequiredText("resourceId"), request.RequiredText("httpMethod"));
        var patches = Patch.Of(request);
        return change =>
        {
            var method = patches.Aggregate(change.Method(apiId, resourceId, httpMethod), Apply);
            change.Put(method.Key, method);
            return ApiAnswer.Of(method);
        };
    }

    private static StoredMethod Apply(StoredMethod method, Patch patch) => patch switch
    {
        { Op: "replace", Path: "/apiKeyRequired" } => method with { ApiKeyRequired = patch.Boolean },
        { Op: "replace", Path: "/authorizationType", Text: "NONE" } => method,
        { Op: "replace", Path: "/authorizationType" } => throw ApiErrors.Unsupported($"authorizationType {patch.Text}"),
        { Path: "/operationName" } => method with { OperationName = patch.Value },
        _ when patch.After("/requestModels/") is { Length: > 0 } type => method with { RequestModels = patch.Apply(method.RequestModels, type, change => change.Text) },
        _ when patch.After("/requestParameters/") is { Length: > 0 } name =>
            method with { RequestParameters = patch.Apply(method.RequestParameters, name, change => change.Value is { Length: > 0 } && change.Boolean) },
        _ => throw patch.Unknown,
    };
}
