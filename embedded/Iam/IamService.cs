using System.Collections.Concurrent;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam;

/// <summary>
/// The roles of the embedded cloud. A caller that signs with the credentials of a role may do what the role's policies allow; any
/// other caller is a user of this machine, and may do everything.
/// </summary>
public sealed class IamService
{
    private readonly ConcurrentDictionary<string, IamRole> _known = [];

    private readonly bool _recordsGrants;

    internal IamService(ResourceStore resources, TimeProvider time, bool recordsGrants) => (Store, _recordsGrants) = (new RoleStore(resources, time), recordsGrants);

    /// <summary>All roles.</summary>
    public IReadOnlyList<IamRole> Roles => [.. Store.All.Select(Known)];

    /// <summary>The roles as they are kept, for the operations of IAM.</summary>
    internal RoleStore Store { get; }

    /// <summary>Makes a role without any policy, which functions may run as.</summary>
    /// <param name="name">Its name, unique in the account.</param>
    public IamRole CreateRole(string name) => Store.Find(name) is null
        ? Known(Store.CreateAsync(name, TrustPolicy.Of("lambda.amazonaws.com"), role => role).GetAwaiter().GetResult())
        : throw new InvalidOperationException($"There is a role {name} already.");

    /// <summary>The role with a name.</summary>
    public IamRole Role(string name) => Known(Store.Find(name) ?? throw new KeyNotFoundException($"There is no role {name}."));

    /// <summary>The role with an ARN; null where there is none.</summary>
    /// <param name="arn">The ARN: <c>arn:aws:iam::000000000000:role/resizer</c>.</param>
    public IamRole? RoleWithArn(string arn) =>
        Store.Find(arn[(arn.LastIndexOf('/') + 1)..]) is { } role && RoleAnswer.ArnOf(role) == arn ? Known(role) : null;

    /// <summary>The role with an ARN, if a service may take it on: the role's trust policy names the service.</summary>
    /// <param name="arn">The ARN: <c>arn:aws:iam::000000000000:role/resizer</c>.</param>
    /// <param name="service">The service: <c>lambda.amazonaws.com</c>.</param>
    public IamRole? AssumedRole(string arn, string service) =>
        RoleWithArn(arn) is { } role && Store.Find(role.Name) is { } stored && TrustPolicy.Allows(stored.TrustPolicy, service) ? role : null;

    /// <summary>The role whose credentials have this access key; null where it is that of a user of this machine.</summary>
    internal IamRole? RoleOf(string accessKeyId) => Store.WithKey(accessKeyId) is { } role ? Known(role) : null;

    private IamRole Known(StoredRole role) => _known.GetOrAdd(role.Id, _ => new IamRole(Store, role, _recordsGrants));
}
