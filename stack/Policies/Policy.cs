using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageService.Stack.Policies;

/// <summary>A policy of IAM, serialized rather than written as text.</summary>
internal static class Policy
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a policy with these statements.</summary>
    public static string Of(params IEnumerable<Statement> statements) =>
        JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements.ToArray() }, Json);

    /// <summary>Lets a service of AWS take on a role.</summary>
    public static string AssumedBy(string service) =>
        Of(new Statement("Allow", ["sts:AssumeRole"]) { Principal = new { Service = service } });
}
