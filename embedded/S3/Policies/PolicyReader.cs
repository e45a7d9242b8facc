using System.Text.Json;
using EmbeddedAws.Iam;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Policies;

/// <summary>Reads the policy of a bucket. What is not evaluated here is refused by name, never ignored.</summary>
internal static class PolicyReader
{
    private const string Principal = "Principal";

    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];
    private static readonly string[] Known = ["Version", "Id", "Statement"];

    /// <exception cref="S3Exception">It is not a policy for this bucket, or not one that is evaluated here.</exception>
    public static BucketPolicy Read(string text, string bucket)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.EnumerateObject().FirstOrDefault(element => !Known.Contains(element.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
                throw S3Errors.MalformedPolicy($"Unknown field {other.Name}");
            if (root.TryGetProperty("Version", out var version) && !Versions.Contains(version.GetString()))
                throw S3Errors.MalformedPolicy("The policy must contain a valid version string");
            var statement = root.GetProperty("Statement");
            var policy = new BucketPolicy(statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray().Select(Read)] : [Read(statement)]);
            Check(policy, bucket);
            return policy;
        }
        catch (NotSupportedException unsupported)
        {
            throw S3Errors.MalformedPolicy(unsupported.Message);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw S3Errors.MalformedPolicy("Policies must be valid JSON, with the elements Effect, Principal, Action and Resource in each statement");
        }
    }

    private static BucketStatement Read(JsonElement statement) =>
        new(PolicyPrincipal.Read(statement.GetProperty(Principal)), PolicyStatement.Read(statement, Principal));

    private static void Check(BucketPolicy policy, string bucket)
    {
        var arn = $"arn:aws:s3:::{bucket}";
        if (policy.Statements.Count == 0)
            throw S3Errors.MalformedPolicy("Could not parse the policy: Statement is empty!");
        if (policy.Statements.Any(statement => statement.Statement.Resources.Any(resource => resource != arn && !resource.StartsWith($"{arn}/", StringComparison.Ordinal))))
            throw S3Errors.MalformedPolicy("Policy has invalid resource");
        if (policy.Statements.Any(statement => statement.Statement.Actions.Any(action => action != "*" && !action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase))))
            throw S3Errors.MalformedPolicy("Policy has invalid action");
    }
}
