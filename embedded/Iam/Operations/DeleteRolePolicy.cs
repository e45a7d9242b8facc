using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html</summary>
internal sealed class DeleteRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, policy) = (request.RoleName(), request.PolicyName());
        request.Finish();
        await Roles.ChangeAsync(name, role =>
        {
            var policies = new Dictionary<string, string>(role.Policies);
            return policies.Remove(policy) ? role with { Policies = policies } : throw IamErrors.NoSuchEntity($"The role policy with name {policy} cannot be found.");
        });
        return ControlAnswer.Nothing;
    }
}
