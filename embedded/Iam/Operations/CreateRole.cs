using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html</summary>
internal sealed class CreateRole(RoleStore roles) : RoleOperation(roles)
{
    public override string ResourceOf(ControlRequest request) => Arn.OfIam($"role{request.Path()}{request.RoleName()}");

    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, path, tags) = (request.RoleName(), request.Path(), request.Tags());
        var (trust, description, session) = (request.RequiredText("AssumeRolePolicyDocument"), request.RoleDescription(), request.MaxSessionDuration());
        request.Finish();
        return new JsonObject
        {
            ["Role"] = RoleAnswer.Of(await Roles.CreateAsync(name, trust, role => role with
            {
                Path = path,
                Description = description,
                MaxSessionDuration = session ?? role.MaxSessionDuration,
                Tags = IamMembers.Tagged(tags, role.Tags),
            })),
        };
    }
}
