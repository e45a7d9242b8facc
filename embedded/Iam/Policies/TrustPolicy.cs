using System.Text.Json;

namespace EmbeddedAws.Iam.Policies;

/// <summary>
/// Who may take on a role: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html. Services do; there are no other
/// principals that could, so that what the policy says of those is kept without effect.
/// </summary>
internal static class TrustPolicy
{
    private const string AssumeRole = "sts:AssumeRole";

    private static readonly string[] Known = ["Sid", "Effect", "Action", "Principal"];

    /// <summary>The policy of a role that functions run as.</summary>
    public static string Of(string service) =>
        $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"],"Principal":{"Service":"{{{service}}}"}}]}""";

    /// <summary>Refuses a policy that is malformed, or has an element that is not evaluated here.</summary>
    /// <exception cref="ControlPlane.AwsException">It is so.</exception>
    public static void Verify(string document) => _ = Allows(document, "");

    /// <summary>Whether a service may take on the role.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="service">The service: <c>lambda.amazonaws.com</c>.</param>
    public static bool Allows(string document, string service) => PolicyDocument.Read(document, text =>
    {
        using var policy = JsonDocument.Parse(text);
        var statement = policy.RootElement.GetProperty("Statement");
        JsonElement[] statements = statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : [statement];
        // Each is read: an element that is not evaluated must not depend on what comes before it.
        var effects = statements.Select(one => Read(one, service)).ToList();
        return effects.Contains("Allow") && !effects.Contains("Deny");
    });

    /// <summary>The effect that a statement has for a service; null where it has none.</summary>
    private static string? Read(JsonElement statement, string service)
    {
        if (statement.EnumerateObject().FirstOrDefault(element => !Known.Contains(element.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
            throw new NotSupportedException($"The embedded IAM does not evaluate {other.Name} in an assume role policy.");
        var effect = statement.GetProperty("Effect").GetString();
        if (effect is not ("Allow" or "Deny"))
            throw new NotSupportedException($"The effect of a statement is Allow or Deny, not {effect}.");
        var assumes = PolicyPattern.Read(statement.GetProperty("Action")).Any(action => PolicyPattern.Fits(action, AssumeRole, ignoreCase: true));
        return Names(statement.GetProperty("Principal"), service) && assumes ? effect : null;
    }

    private static bool Names(JsonElement principal, string service)
    {
        // It means all accounts, and a service is not one.
        if (principal.ValueKind == JsonValueKind.String)
            return principal.GetString() == "*" ? false : throw new NotSupportedException("The principal of a statement is * or a structure.");
        foreach (var kind in principal.EnumerateObject())
        {
            if (kind.Name is not ("Service" or "AWS" or "Federated" or "CanonicalUser"))
                throw new NotSupportedException($"The embedded IAM does not know the principal {kind.Name}.");
        }

        return principal.TryGetProperty("Service", out var services) && PolicyPattern.Read(services).Contains(service);
    }
}
