using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What a deployment has: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSnapshot.html.</summary>
internal static class SnapshotSummary
{
    /// <summary>Whether a request asks for it.</summary>
    public static bool Read(ControlRequest request) => request.TextList("embed") switch
    {
        [] => false,
        ["apisummary"] => true,
        var others => throw ApiErrors.BadRequest($"Invalid embed {string.Join(',', others)}: it must be apisummary"),
    };

    public static JsonObject Answer(StoredDeployment deployment, bool embed)
    {
        var answer = ApiAnswer.Of(deployment);
        if (!embed)
            return answer;
        var summary = new JsonObject();
        foreach (var method in deployment.Methods)
        {
            if (summary[method.Path] is not JsonObject methods)
                summary[method.Path] = methods = [];
            methods[method.HttpMethod] = new JsonObject { ["authorizationType"] = "NONE", ["apiKeyRequired"] = method.ApiKeyRequired };
        }

        answer["apiSummary"] = summary;
        return answer;
    }
}
