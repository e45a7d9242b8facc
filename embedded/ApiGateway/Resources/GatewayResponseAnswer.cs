using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Gateway responses as API Gateway answers them: https://docs.aws.amazon.com/apigateway/latest/api/API_GatewayResponse.html.</summary>
internal static class GatewayResponseAnswer
{
    /// <summary>The response of a type: the one that is set, or API Gateway's own.</summary>
    public static JsonObject Of(IResources resources, StoredApi api, string type) => resources.Find<StoredGatewayResponse>($"{api.Id}/{type}") is { } set
        ? Of(set, isDefault: false)
        : Of(new StoredGatewayResponse(api.Id, type, GatewayResponseType.All[type]) { Templates = new Dictionary<string, string> { [GatewayResponseRules.Json] = GatewayResponseType.DefaultTemplate } }, isDefault: true);

    public static JsonObject Of(StoredGatewayResponse response, bool isDefault) => ApiAnswer.Given(new()
    {
        ["responseType"] = response.Type,
        ["statusCode"] = response.StatusCode?.ToString(CultureInfo.InvariantCulture),
        ["responseParameters"] = ApiAnswer.Map(response.Parameters) ?? [],
        ["responseTemplates"] = ApiAnswer.Map(response.Templates) ?? [],
        ["defaultResponse"] = isDefault,
    });
}
