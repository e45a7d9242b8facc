namespace EmbeddedAws.ApiGateway;

/// <summary>The answer of a function to Lambda proxy integration.</summary>
/// <param name="StatusCode">The HTTP status.</param>
public sealed record IntegrationResponse(int StatusCode)
{
    /// <summary>The headers, with all values of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The bytes of the body; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body travels as base64. If not, it is text: it travels as a JSON string.</summary>
    public bool IsBase64Encoded { get; init; }
}
