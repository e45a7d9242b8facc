using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>An operation on one role.</summary>
/// <param name="roles">The roles.</param>
internal abstract class RoleOperation(RoleStore roles) : IControlOperation
{
    protected RoleStore Roles => roles;

    /// <summary>The role's own ARN: a request names no path, except where it makes a role.</summary>
    public virtual string ResourceOf(ControlRequest request) => request.RoleName() is var name && roles.Find(name) is { } role
        ? RoleAnswer.ArnOf(role)
        : Arn.OfIam($"role/{name}");

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);
}
