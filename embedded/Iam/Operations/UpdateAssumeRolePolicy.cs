using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html</summary>
internal sealed class UpdateAssumeRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, document) = (request.RoleName(), request.RequiredText("PolicyDocument"));
        request.Finish();
        TrustPolicy.Verify(document);
        await Roles.ChangeAsync(name, role => role with { TrustPolicy = document });
        return ControlAnswer.Nothing;
    }
}
