using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ImageService.Handlers.Http;

/// <summary>What an operation answers, free of any web framework and of Lambda's types.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record Response(int Status)
{
    /// <summary>The headers; names are unique regardless of case.</summary>
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bytes of the body; empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>An answer in JSON.</summary>
    internal static Response Json<T>(int status, T value, JsonTypeInfo<T> type, string contentType = "application/json") => new(status)
    {
        Headers = { ["Content-Type"] = contentType },
        Body = JsonSerializer.SerializeToUtf8Bytes(value, type),
    };
}
