using System.Text.Json.Nodes;
using EmbeddedAws;

namespace ImageService.E2E.Deployments;

/// <summary>Roles and their policies.</summary>
internal sealed class IamResources(EmbeddedCloud cloud)
{
    private int _made;

    public async Task<Created> CreateRole(Inputs inputs)
    {
        var role = await cloud.CallAsync("iam", "CreateRole", new JsonObject { ["RoleName"] = inputs.ResourceName, ["AssumeRolePolicyDocument"] = inputs.Required("assumeRolePolicy") });
        return new Created(inputs.ResourceName, ("name", inputs.ResourceName), ("arn", (string)role["Role"]!["Arn"]!));
    }

    public async Task<Created> PutPolicy(Inputs inputs)
    {
        var (role, name) = (inputs.Required("role"), $"policy-{Interlocked.Increment(ref _made)}");
        await cloud.CallAsync("iam", "PutRolePolicy", new JsonObject { ["RoleName"] = role, ["PolicyName"] = name, ["PolicyDocument"] = inputs.Required("policy") });
        return new Created($"{role}:{name}");
    }
}
