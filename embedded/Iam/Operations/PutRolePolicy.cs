using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html</summary>
internal sealed class PutRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, policy, document) = (request.RoleName(), request.PolicyName(), request.RequiredText("PolicyDocument"));
        request.Finish();
        _ = PolicyDocument.Read(document);
        await Roles.ChangeAsync(name, role =>
        {
            var policies = new Dictionary<string, string>(role.Policies) { [policy] = document };
            PolicyDocument.VerifySize(name, policies.Values);
            return role with { Policies = policies };
        });
        return ControlAnswer.Nothing;
    }
}
