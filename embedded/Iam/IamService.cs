using System.Collections.Concurrent;

namespace EmbeddedAws.Iam;

/// <summary>
/// The roles of the embedded cloud. A caller that signs with the credentials of a role may do what the role's policies allow; any
/// other caller is a user of this machine, and may do everything.
/// </summary>
public sealed class IamService
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

    /// <summary>The role whose credentials have this access key; null where it is that of a user of this machine.</summary>
    internal IamRole? RoleOf(string accessKeyId) => _roles.Values.FirstOrDefault(role => role.AccessKeyId == accessKeyId);
}
