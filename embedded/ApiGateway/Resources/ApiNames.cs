using System.Text.RegularExpressions;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What clients may call things.</summary>
internal static partial class ApiNames
{
    /// <summary>An id that a client chooses: it is a segment of URLs and ARNs.</summary>
    public static string VerifiedId(string id) => Id().IsMatch(id) ? id : throw ApiErrors.BadRequest("An API's id must have 1 to 64 letters, digits, hyphens and underscores");

    /// <summary>The name of a stage.</summary>
    public static string VerifiedStage(string name) => Stage().IsMatch(name) ? name : throw ApiErrors.BadRequest("Stage name only allows a-zA-Z0-9_- and has 128 characters at most");

    /// <summary>The value of an API key.</summary>
    public static string VerifiedKey(string value) =>
        value.Length < 20 ? throw ApiErrors.BadRequest("API Key value should be at least 20 characters")
        : value.Length > 128 ? throw ApiErrors.BadRequest("API Key value exceeds maximum size of 128 characters")
        : value;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex Stage();
}
