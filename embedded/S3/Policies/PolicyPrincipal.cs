using System.Text.Json;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.S3.Policies;

/// <summary>
/// Whom a statement is about: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html. A service never calls here.
/// </summary>
/// <param name="Aws">ARNs and accounts; <c>*</c> is everyone.</param>
internal sealed record PolicyPrincipal(IReadOnlyList<string> Aws)
{
    private static readonly string[] TheAccount = [Arn.Account, Arn.OfIam("root")];

    /// <summary>Whether everyone is meant, those who do not sign among them.</summary>
    public bool IsEveryone => Aws.Contains("*");

    /// <summary>Whether a caller is meant.</summary>
    /// <param name="caller">The caller's ARN; null for one who does not sign.</param>
    /// <param name="isDeny">Whether it is denied something: to allow an account says that its own policies may, and allows none of its roles by itself.</param>
    public bool Covers(string? caller, bool isDeny) => IsEveryone || (caller is not null && (Aws.Contains(caller) || (isDeny && Aws.Any(TheAccount.Contains))));

    /// <exception cref="NotSupportedException">It is of a kind that is not evaluated here.</exception>
    public static PolicyPrincipal Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            return element.GetString() == "*" ? new PolicyPrincipal(["*"]) : throw new NotSupportedException("Invalid principal in policy");
        var aws = new List<string>();
        foreach (var kind in element.EnumerateObject())
        {
            var names = PolicyPattern.Texts(kind.Value);
            if (kind.Name == "AWS")
                aws.AddRange(names.All(IsValid) ? names : throw new NotSupportedException("Invalid principal in policy"));
            else if (kind.Name != "Service")
                throw new NotSupportedException($"The embedded S3 does not evaluate principals of the kind {kind.Name}.");
        }

        return new PolicyPrincipal(aws);
    }

    /// <summary>There is no wildcard but the one for everyone.</summary>
    private static bool IsValid(string name) => name is "*" or Arn.Account || (name.StartsWith("arn:aws:", StringComparison.Ordinal) && !name.Contains('*', StringComparison.Ordinal));
}
