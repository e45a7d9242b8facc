using System.Text.Json;

namespace EmbeddedAws.Iam;

/// <summary>A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.</summary>
/// <param name="IsDeny">Whether it denies, which wins over whatever allows.</param>
/// <param name="Actions">Actions, with <c>*</c> and <c>?</c>, in any case: <c>s3:Get*</c>.</param>
/// <param name="Resources">ARNs, with <c>*</c> and <c>?</c>.</param>
public sealed record PolicyStatement(bool IsDeny, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "Resource", "Condition"];

    /// <summary>What must hold of a request, too.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Reads the statements of a policy document.</summary>
    /// <exception cref="NotSupportedException">It has an element that is not evaluated here: it is never ignored.</exception>
    public static IReadOnlyList<PolicyStatement> Read(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        var statement = document.RootElement.GetProperty("Statement");
        return statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray().Select(each => Read(each))] : [Read(statement)];
    }

    /// <summary>Whether the statement speaks of an action on a resource.</summary>
    public bool Covers(string action, string resource) =>
        Actions.Any(pattern => PolicyPattern.Fits(pattern, action, ignoreCase: true)) && Resources.Any(pattern => PolicyPattern.Fits(pattern, resource));

    /// <summary>Reads one statement.</summary>
    /// <param name="statement">Its JSON.</param>
    /// <param name="readElsewhere">An element that the caller reads, besides those of every policy.</param>
    /// <exception cref="NotSupportedException">It has an element that is not evaluated here.</exception>
    internal static PolicyStatement Read(JsonElement statement, string? readElsewhere = null)
    {
        if (statement.EnumerateObject().FirstOrDefault(element => !Known.Contains(element.Name) && element.Name != readElsewhere) is { Value.ValueKind: not JsonValueKind.Undefined } other)
            throw new NotSupportedException($"The embedded IAM does not evaluate {other.Name} in a policy.");
        var effect = statement.GetProperty("Effect").GetString();
        if (effect is not ("Allow" or "Deny"))
            throw new NotSupportedException($"The effect of a statement is Allow or Deny, not {effect}.");
        return new PolicyStatement(effect == "Deny", PolicyPattern.Read(statement.GetProperty("Action")), PolicyPattern.Read(statement.GetProperty("Resource")))
        {
            Conditions = statement.TryGetProperty("Condition", out var condition) ? PolicyCondition.Read(condition) : [],
        };
    }
}
