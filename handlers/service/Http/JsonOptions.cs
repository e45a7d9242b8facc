using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImageService.Handlers.Http;

/// <summary>How the API writes JSON. Each folder lists its types in a source-generated context of its own, with these options.</summary>
internal static class JsonOptions
{
    /// <summary>New options for a context, which keeps them to itself.</summary>
    public static JsonSerializerOptions ForContext() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        // Any language is readable as it is: the answers are not HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // metadata.attributes is the deepest that the API reads.
        MaxDepth = 8,
    };
}
