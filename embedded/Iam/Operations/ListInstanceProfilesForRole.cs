using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html. There are no instances, and so no profiles.</summary>
internal sealed class ListInstanceProfilesForRole(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, page) = (request.RoleName(), IamPage.Of(request));
        request.Finish();
        _ = Roles.Role(name);
        return new ControlAnswer(page.Answer<string>("InstanceProfiles", [], profile => profile, profile => profile));
    }
}
