using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html</summary>
internal sealed class DeleteRole(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.RoleName();
        request.Finish();
        await Roles.DeleteAsync(name);
        return ControlAnswer.Nothing;
    }
}
