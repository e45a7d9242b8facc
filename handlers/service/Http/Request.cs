using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>An HTTP request as the operations see it: free of any web framework and of Lambda's types.</summary>
public sealed record Request
{
    /// <summary>The method in capitals: <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path after the stage, as it was sent: <c>/images/019ab3c2-…</c>. An empty one, the base URL without a slash, is <c>/</c>.</summary>
    public required string Path
    {
        get;
        init => field = value.Length == 0 ? "/" : value;
    }

    /// <summary>The decoded values of the template's placeholders: <c>id</c>.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The decoded query parameters, with all values of a repeated one. Names are case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The headers, with all values of a repeated one. The comparer must ignore case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The decoded bytes of the body; empty without one. At most what an invocation carries (6 MiB as base64).</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The id that the answer, its problem details and the log share.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the API key that the gateway has found in the request; empty where it needs none.</summary>
    public string ApiKeyId { get; init; } = "";

    /// <summary>How long the function still has; calls to AWS end before that.</summary>
    public required TimeSpan RemainingTime { get; init; }

    /// <summary>What the adapter could not read, such as a body that is not base64: every operation answers with it.</summary>
    public ProblemException? Flaw { get; init; }

    /// <summary>What the log says of this request.</summary>
    internal RequestNotes Notes { get; } = new();

    /// <summary>The value of a header, or null where it is missing; of a repeated one the last, as API Gateway has it.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;
}
