using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateGatewayResponse.html</summary>
internal sealed class UpdateGatewayResponse(ResourceStore resources) : ApiGatewayOperation(resources)
{
    private const string Parameters = "/responseParameters/";
    private const string Templates = "/responseTemplates/";

    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var (apiId, type, patches) = (request.RequiredText("restApiId"), request.RequiredText("responseType"), Patch.Of(request));
        GatewayResponseRules.VerifyType(type);
        return change =>
        {
            var response = patches.Aggregate(change.Find<StoredGatewayResponse>($"{change.Api(apiId).Id}/{type}") ?? new StoredGatewayResponse(apiId, type, null), Apply);
            GatewayResponseRules.Verify(response);
            change.Put(response.Key, response);
            return GatewayResponseAnswer.Of(response, isDefault: false);
        };
    }

    private static StoredGatewayResponse Apply(StoredGatewayResponse response, Patch patch) => patch switch
    {
        { Path: "/statusCode" } => response with { StatusCode = patch.Text.Length == 0 ? null : GatewayResponseRules.VerifiedStatus(patch.Text) },
        _ when patch.After(Parameters) is { Length: > 0 } name => response with { Parameters = patch.Apply(response.Parameters, name, change => change.Text) },
        _ when patch.After(Templates) is { Length: > 0 } type => response with { Templates = patch.Apply(response.Templates, type, change => change.Text) },
        _ => throw patch.Unknown,
    };
}
