using System.Security.Cryptography;

namespace EmbeddedAws.Iam.Roles;

/// <summary>Unique ids of IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids.</summary>
internal static class IamIds
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Length = 20;

    /// <summary>A new id.</summary>
    /// <param name="prefix">What it is of: <c>AROA</c> for a role.</param>
    public static string New(string prefix) => prefix + RandomNumberGenerator.GetString(Characters, Length - prefix.Length);
}
