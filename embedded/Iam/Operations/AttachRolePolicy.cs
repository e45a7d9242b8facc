using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html</summary>
internal sealed class AttachRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, policy) = (request.RoleName(), request.RequiredText("PolicyArn"));
        request.Finish();
        _ = ManagedPolicy.Find(policy);
        await Roles.ChangeAsync(name, role => role with { AttachedPolicies = [.. role.AttachedPolicies.Append(policy).Distinct()] });
        return ControlAnswer.Nothing;
    }
}
