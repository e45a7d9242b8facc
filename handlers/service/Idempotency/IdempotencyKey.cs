using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Idempotency;

/// <summary>The header by which a client says that two requests are one.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 128;

    /// <summary>
    /// What the table calls the key of a request: two clients, with an API key each, may choose the same one. Keys are the client's, and may be
    /// anything, so they are not written down.
    /// </summary>
    /// <returns>Null where the request has none.</returns>
    /// <exception cref="ProblemException">400 <c>invalid-header</c>.</exception>
    public static string? Of(Request request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;
        if (values.Count != 1)
            throw Invalid("must be given once");
        if (values[0].Length is 0 or > MaxLength || !values[0].All(character => character is >= '!' and <= '~'))
            throw Invalid($"must be 1 to {MaxLength} visible ASCII characters");
        return $"key#{Convert.ToHexStringLower(Fingerprint.Of(request.ApiKeyId, values[0]))}";
    }

    private static ProblemException Invalid(string message) => new(Problems.InvalidHeader, new FieldError(Header, message));
}
