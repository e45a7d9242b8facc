using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html</summary>
internal sealed class ListRolePolicies(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, page) = (request.RoleName(), IamPage.Of(request));
        request.Finish();
        return new ControlAnswer(page.Answer("PolicyNames", Roles.Role(name).Policies.Keys, policy => policy, policy => policy));
    }
}
