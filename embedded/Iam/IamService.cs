using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EmbeddedAws.Iam;

/// <summary>
/// The roles of the embedded cloud. A caller that signs with the credentials of a role may do what the role's policies allow; any
/// other caller is a user of this machine, and may do everything.
/// </summary>
public sealed partial class IamService
{
    private readonly ConcurrentDictionary<string, IamRole> _roles = [];

    /// <summary>All roles.</summary>
    public IReadOnlyList<IamRole> Roles => [.. _roles.Values];

    /// <summary>Makes a role without any policy.</summary>
    /// <param name="name">Its name, unique in the account.</param>
    public IamRole CreateRole(string name) => _roles.TryAdd(name, new IamRole(name))
        ? _roles[name]
        : throw new InvalidOperationException($"There is a role {name} already.");

    /// <summary>The role with a name.</summary>
    public IamRole Role(string name) => _roles[name];

    /// <summary>The role whose credentials signed a request, by header or presigned URL; null for any other caller.</summary>
    internal IamRole? CallerOf(HttpRequest request)
    {
        if (_roles.IsEmpty)
            return null;
        var credential = CredentialInHeader().Match(request.Headers.Authorization.ToString());
        var accessKeyId = credential.Success ? credential.Groups[1].Value
            : request.Query["X-Amz-Credential"].ToString() is { Length: > 0 } scope ? scope.Split('/')[0]
            : request.Query["AWSAccessKeyId"].ToString();
        return _roles.Values.FirstOrDefault(role => role.AccessKeyId == accessKeyId);
    }

    /// <summary>The secret of a role's credentials, or null when no role has that access key.</summary>
    internal string? SecretOf(string accessKeyId) => _roles.Values.FirstOrDefault(role => role.AccessKeyId == accessKeyId)?.SecretAccessKey;

    [GeneratedRegex(@"Credential=([^/,\s]+)/")]
    private static partial Regex CredentialInHeader();
}
