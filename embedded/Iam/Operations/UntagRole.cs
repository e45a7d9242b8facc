using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html</summary>
internal sealed class UntagRole(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, keys) = (request.RoleName(), request.RequiredTextList("TagKeys"));
        request.Finish();
        await Roles.ChangeAsync(name, role => role with { Tags = role.Tags.Without(keys) });
        return ControlAnswer.Nothing;
    }
}
