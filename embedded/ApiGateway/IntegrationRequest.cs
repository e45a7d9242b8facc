namespace EmbeddedAws.ApiGateway;

/// <summary>A request, with what the event of Lambda proxy integration contains.</summary>
public sealed record IntegrationRequest
{
    /// <summary>The id of the API.</summary>
    public required string ApiId { get; init; }

    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The path of the resource: <c>/images/{id}</c>.</summary>
    public required string ResourcePath { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>The path after the stage, as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The decoded values of the placeholders.</summary>
    public required IReadOnlyDictionary<string, string> PathParameters { get; init; }

    /// <summary>The decoded query parameters, with all values of each. Names are case-sensitive.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; }

    /// <summary>The headers, with all values of each. Names are not case-sensitive.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; }

    /// <summary>The body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is base64 in the event; if not, it is text.</summary>
    public bool IsBinary { get; init; } = true;

    /// <summary>The id of the request, which the client gets as <c>x-amzn-RequestId</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The API key of the client; null where the method does not require one.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>How long the function has.</summary>
    public required TimeSpan RemainingTime { get; init; }
}
