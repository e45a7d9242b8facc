using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests;

/// <summary>What a service has answered.</summary>
internal sealed record ServiceAnswer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>AWS's code, of a service with REST and JSON.</summary>
    public string? Error => Headers.GetValueOrDefault("x-amzn-ErrorType");
}
