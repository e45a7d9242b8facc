using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html</summary>
internal sealed class UpdateRole(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, description, session) = (request.RoleName(), request.RoleDescription(), request.MaxSessionDuration());
        request.Finish();
        await Roles.ChangeAsync(name, role => role with { Description = description ?? role.Description, MaxSessionDuration = session ?? role.MaxSessionDuration });
        return new JsonObject();
    }
}
