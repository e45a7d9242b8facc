using System.Text.Json.Nodes;

namespace EmbeddedAws.ControlPlane;

/// <summary>What an operation answers.</summary>
/// <param name="Members">The members of the answer, by AWS's names of them; null for an answer without a body.</param>
internal sealed record ControlAnswer(JsonObject? Members)
{
    /// <summary>An answer without a body.</summary>
    public static readonly ControlAnswer Nothing = new((JsonObject?)null);

    /// <summary>The status, where it is not that of the route.</summary>
    public int? Status { get; init; }

    /// <summary>The bytes of the body, where it is not JSON.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static implicit operator ControlAnswer(JsonObject members) => new(members);

    public static implicit operator Task<ControlAnswer>(ControlAnswer answer) => Task.FromResult(answer);
}
