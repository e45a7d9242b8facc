using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html</summary>
internal sealed class UpdateRoleDescription(RoleStore roles) : RoleOperation(roles)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, description) = (request.RoleName(), request.RoleDescription() ?? throw request.Invalid("Description is required."));
        request.Finish();
        return new JsonObject { ["Role"] = RoleAnswer.Of(await Roles.ChangeAsync(name, role => role with { Description = description })) };
    }
}
