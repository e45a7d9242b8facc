using System.Text.Json;
using EmbeddedAws.Iam;

namespace ImageService.E2E.Deployments;

/// <summary>Roles and their policies.</summary>
internal sealed class IamResources(IamService iam)
{
    private int _made;

    public Task<Created> CreateRole(Inputs inputs)
    {
        inputs.Expect("assumeRolePolicy", JsonSerializer.Serialize(AssumedByLambda));
        var name = inputs.ResourceName;
        iam.CreateRole(name);
        return Task.FromResult(new Created(name, ("name", name), ("arn", $"arn:aws:iam::{Aws.Account}:role/{name}")));
    }

    public Task<Created> PutPolicy(Inputs inputs)
    {
        var (role, name) = (inputs.Required("role"), $"policy-{Interlocked.Increment(ref _made)}");
        iam.Role(role).PutPolicy(name, inputs.Required("policy"));
        return Task.FromResult(new Created($"{role}:{name}"));
    }

    /// <summary>The role behind an ARN.</summary>
    public IamRole RoleOf(string arn) => iam.Role(arn[(arn.LastIndexOf('/') + 1)..]);

    /// <summary>Only Lambda's functions may take on the role.</summary>
    private const string AssumedByLambda =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"],"Principal":{"Service":"lambda.amazonaws.com"}}]}""";
}
