using System.Collections.Concurrent;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;

namespace EmbeddedAws.Iam.Roles;

/// <summary>The roles, by name and by access key.</summary>
internal sealed class RoleStore(ResourceStore resources, TimeProvider time)
{
    /// <summary>Each request looks for its access key, so the roles are not searched for it.</summary>
    private readonly ConcurrentDictionary<string, string> _names =
        new(resources.List<StoredRole>().ToDictionary(role => role.AccessKeyId, role => role.Name));

    /// <summary>All roles, in the order of their names.</summary>
    public IReadOnlyList<StoredRole> All => resources.List<StoredRole>();

    /// <summary>The role with a name, or null.</summary>
    public StoredRole? Find(string name) => resources.Find<StoredRole>(name);

    /// <summary>The role whose credentials have an access key, or null.</summary>
    public StoredRole? WithKey(string accessKeyId) => _names.TryGetValue(accessKeyId, out var name) && Find(name) is { } role && role.AccessKeyId == accessKeyId ? role : null;

    /// <summary>The role with a name.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public StoredRole Role(string name) => Find(name) ?? throw Missing(name);

    /// <summary>Makes a role.</summary>
    /// <param name="name">Its name. No two differ in case alone.</param>
    /// <param name="trustPolicy">Who may take it on.</param>
    /// <param name="with">Says what else it has.</param>
    /// <exception cref="AwsException">There is a role with the name, or the policy is malformed.</exception>
    public async Task<StoredRole> CreateAsync(string name, string trustPolicy, Func<StoredRole, StoredRole> with)
    {
        TrustPolicy.Verify(trustPolicy);
        var role = with(new StoredRole(name, IamIds.New("AROA"), time.GetUtcNow(), trustPolicy, IamIds.New("ASIA"), $"{Guid.NewGuid():N}"));
        await resources.ChangeAsync(change =>
        {
            if (change.List<StoredRole>().Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new AwsException(409, "EntityAlreadyExists", $"Role with name {name} already exists.");
            change.Put(name, role);
            return true;
        });
        _names[role.AccessKeyId] = name;
        return role;
    }

    /// <summary>Changes a role.</summary>
    /// <exception cref="AwsException">There is none with the name, or the change is refused.</exception>
    public Task<StoredRole> ChangeAsync(string name, Func<StoredRole, StoredRole> with) => resources.ChangeAsync(change =>
    {
        var changed = with(change.Find<StoredRole>(name) ?? throw Missing(name));
        change.Put(name, changed);
        return changed;
    });

    /// <summary>Removes a role that has no policies.</summary>
    /// <exception cref="AwsException">There is none with the name, or it has policies.</exception>
    public async Task DeleteAsync(string name)
    {
        var deleted = await resources.ChangeAsync(change =>
        {
            var role = change.Find<StoredRole>(name) ?? throw Missing(name);
            if (role.AttachedPolicies.Count > 0)
                throw new AwsException(409, "DeleteConflict", "Cannot delete entity, must detach all policies first.");
            if (role.Policies.Count > 0)
                throw new AwsException(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
            change.Delete<StoredRole>(name);
            return role;
        });
        _names.TryRemove(deleted.AccessKeyId, out _);
    }

    private static AwsException Missing(string name) => IamErrors.NoSuchEntity($"The role with name {name} cannot be found.");
}
