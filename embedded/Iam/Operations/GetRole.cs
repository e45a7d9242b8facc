using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html</summary>
internal sealed class GetRole(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.RoleName();
        request.Finish();
        return new ControlAnswer(new JsonObject { ["Role"] = RoleAnswer.Of(Roles.Role(name)) });
    }
}
