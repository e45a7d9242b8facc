namespace EmbeddedAws.Signing;

/// <summary>
/// The header <c>Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>, as far as it is there:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
/// </summary>
/// <param name="Credential">The access key and the scope, divided by slashes.</param>
/// <param name="SignedHeaders">The names of the headers that are signed, divided by semicolons.</param>
/// <param name="Signature">The signature in hexadecimal.</param>
internal sealed record AuthorizationHeader(string? Credential, string? SignedHeaders, string? Signature)
{
    /// <summary>The header of a request; null where it has none of this algorithm.</summary>
    public static AuthorizationHeader? Of(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().Split(' ', 2) is not [Signing.Signature.Algorithm, var parameters])
            return null;
        var values = parameters.Split(',', StringSplitOptions.TrimEntries).Select(parameter => parameter.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        return new AuthorizationHeader(Only("Credential"), Only("SignedHeaders"), Only("Signature"));

        string? Only(string name) => values[name].Count() == 1 ? values[name].Single() : null;
    }

    /// <summary>The service that it is signed for, as it is written.</summary>
    public string? Service => Credential?.Split('/') is [.., var service, "aws4_request"] ? service : null;
}
