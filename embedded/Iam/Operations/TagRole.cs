using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html</summary>
internal sealed class TagRole(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, tags) = (request.RoleName(), request.Tags());
        request.Finish();
        await Roles.ChangeAsync(name, role => role with { Tags = IamMembers.Tagged(role.Tags, tags) });
        return ControlAnswer.Nothing;
    }
}
