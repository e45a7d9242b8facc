using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html</summary>
internal sealed class GetRolePolicy(RoleStore roles) : RoleOperation(roles)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, policy) = (request.RoleName(), request.PolicyName());
        request.Finish();
        var document = Roles.Role(name).Policies.GetValueOrDefault(policy) ?? throw IamErrors.NoSuchEntity($"The role policy with name {policy} cannot be found.");
        return new ControlAnswer(new JsonObject { ["RoleName"] = name, ["PolicyName"] = policy, ["PolicyDocument"] = RoleAnswer.Document(document) });
    }
}
