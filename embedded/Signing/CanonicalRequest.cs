using System.Text.RegularExpressions;

namespace EmbeddedAws.Signing;

/// <summary>
/// The text that a signature of version 4 covers:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
/// </summary>
internal static partial class CanonicalRequest
{
    /// <param name="request">The request.</param>
    /// <param name="path">Its path, encoded as the service wants it.</param>
    /// <param name="query">Its query, encoded and sorted.</param>
    /// <param name="signedHeaders">The headers that are signed, in the order of the signature.</param>
    /// <param name="payload">The SHA-256 of the body in hexadecimal, or its placeholder such as <c>UNSIGNED-PAYLOAD</c>.</param>
    public static string Of(HttpRequest request, string path, string query, IReadOnlyList<string> signedHeaders, string payload) => string.Join(
        '\n',
        request.Method,
        path,
        query,
        string.Concat(signedHeaders.Select(name => $"{name}:{CanonicalValue(request, name)}\n")),
        string.Join(';', signedHeaders),
        payload);

    /// <summary>The values of a repeated header in their order, those that are empty among them.</summary>
    private static string CanonicalValue(HttpRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => Spaces().Replace(value!.Trim(), " ")));

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
