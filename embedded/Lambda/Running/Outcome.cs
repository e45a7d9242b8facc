using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Running;

/// <summary>What an invocation has given.</summary>
/// <param name="Payload">The result, or the failure.</param>
/// <param name="IsFailure">Whether it is a failure.</param>
internal sealed record Outcome(byte[] Payload, bool IsFailure)
{
    /// <summary>A failure in Lambda's form of it.</summary>
    public static Outcome Failed(string errorType, string message) => new(
        ControlJson.Bytes(new JsonObject { ["errorType"] = errorType, ["errorMessage"] = message }), IsFailure: true);
}
