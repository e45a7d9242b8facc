using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html</summary>
internal sealed class ListRoleTags(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, page) = (request.RoleName(), IamPage.Of(request));
        request.Finish();
        return new ControlAnswer(page.Answer(
            "Tags", Roles.Role(name).Tags, tag => tag.Key, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }));
    }
}
