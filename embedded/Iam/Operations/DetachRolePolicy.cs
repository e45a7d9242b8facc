using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html</summary>
internal sealed class DetachRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, policy) = (request.RoleName(), request.RequiredText("PolicyArn"));
        request.Finish();
        await Roles.ChangeAsync(name, role => role.AttachedPolicies.Contains(policy)
            ? role with { AttachedPolicies = [.. role.AttachedPolicies.Where(attached => attached != policy)] }
            : throw IamErrors.NoSuchEntity($"Policy {policy} was not found."));
        return ControlAnswer.Nothing;
    }
}
