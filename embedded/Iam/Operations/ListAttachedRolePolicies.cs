using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html</summary>
internal sealed class ListAttachedRolePolicies(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, page, prefix) = (request.RoleName(), IamPage.Of(request), request.Text("PathPrefix") ?? "/");
        request.Finish();
        var policies = Roles.Role(name).AttachedPolicies.Select(ManagedPolicy.Find).Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new ControlAnswer(page.Answer(
            "AttachedPolicies", policies, policy => policy.Name, policy => new JsonObject { ["PolicyName"] = policy.Name, ["PolicyArn"] = policy.Arn }));
    }
}
