using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>How much of the methods an answer about resources has.</summary>
internal static class ResourceEmbedding
{
    /// <summary>Whether a request asks for the methods in full.</summary>
    public static bool Read(ControlRequest request) => request.TextList("embed") switch
    {
        [] => false,
        ["methods"] => true,
        var others => throw ApiErrors.BadRequest($"Invalid embed {string.Join(',', others)}: it must be methods"),
    };

    public static JsonObject Answer(IResources resources, StoredResource resource, bool embed) =>
        ApiAnswer.Of(resource, resources.List<StoredMethod>($"{resource.Key}/"), embed);
}
