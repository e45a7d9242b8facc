using System.Buffers;

namespace ImageService.Handlers.Http;

/// <summary>The headers that a page wants to send, as its preflight names them.</summary>
internal static class RequestedHeaders
{
    /// <summary>The header of the preflight that names them.</summary>
    public const string Name = "Access-Control-Request-Headers";

    /// <summary>The request headers that the API reads: the answer to a preflight that asks for none.</summary>
    private const string Known = "Content-Type, Content-Disposition, If-Match, If-None-Match, If-Range, Range, Idempotency-Key";

    /// <summary>The characters of a header's name (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Each name that was asked for, once; what cannot be a name is left out.</summary>
    public static string Of(Request request)
    {
        var asked = request.Headers.GetValueOrDefault(Name, [])
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(name => !name.AsSpan().ContainsAnyExcept(NameCharacters))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return asked.Count > 0 ? string.Join(", ", asked) : Known;
    }
}
