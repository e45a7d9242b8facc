using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Cors;

/// <summary>What a page wants to do: the request itself, or what a preflight says of the request to come.</summary>
/// <param name="Origin">Where the page is from.</param>
/// <param name="Method">The method.</param>
/// <param name="Headers">Headers beyond those that every page may send.</param>
internal sealed record CorsRequest(string Origin, string Method, IReadOnlyList<string> Headers)
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Whether an answer can repeat what the page says; no origin and no header of a browser has other characters.</summary>
    public bool IsSendable => HeaderText.IsPlain(Origin) && Headers.All(HeaderText.IsName);

    /// <summary>Null when no page has sent the request.</summary>
    public static CorsRequest? Of(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin)
            return null;
        var method = request.Headers.AccessControlRequestMethod.ToString();
        return new CorsRequest(
            origin,
            method.Length > 0 ? method : request.Method,
            request.Headers.AccessControlRequestHeaders.ToString().Split(',', Clean));
    }
}
