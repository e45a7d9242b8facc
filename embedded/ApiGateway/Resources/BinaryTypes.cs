using System.Text;
using System.Text.RegularExpressions;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Which bodies are base64 in an event: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html.</summary>
internal static partial class BinaryTypes
{
    /// <summary>Refuses a text that is not a media type.</summary>
    public static void Verify(IReadOnlyList<string> types)
    {
        if (types.FirstOrDefault(type => !MediaType().IsMatch(type)) is { } wrong)
            throw ApiErrors.BadRequest($"Invalid binary media type {wrong}");
    }

    /// <summary>The types with one more, or one less.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyList<string> types, string type, Patch patch) => patch.Op switch
    {
        "add" => [.. types.Append(type).Distinct()],
        "remove" => [.. types.Where(known => known != type)],
        _ => [.. types.Select(known => known == type ? patch.Text : known).Distinct()],
    };

    /// <summary>Whether a body of a media type is binary.</summary>
    public static bool Contain(IReadOnlyList<string> types, string? mediaType) =>
        types.Contains("*/*") || (mediaType is not null && types.Contains(mediaType.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>An answer as a client gets it: one in base64 is decoded where the client asks for a binary type first.</summary>
    public static IntegrationResponse Encoded(IntegrationResponse response, IReadOnlyList<string> types, HttpRequest request) =>
        !response.IsBase64Encoded || Contain(types, request.Headers.Accept.ToString().Split(',')[0])
            ? response
            : response with { Body = Encoding.ASCII.GetBytes(Convert.ToBase64String(response.Body.Span)) };

    [GeneratedRegex(@"\A[A-Za-z0-9!#$&^_.+*-]{1,127}/[A-Za-z0-9!#$&^_.+*-]{1,127}\z")]
    private static partial Regex MediaType();
}
