using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html</summary>
internal sealed class GetPolicyVersion : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("PolicyArn");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (arn, version) = (request.RequiredText("PolicyArn"), request.RequiredText("VersionId"));
        request.Finish();
        var policy = ManagedPolicy.Find(arn);
        if (version != ManagedPolicy.Version)
            throw IamErrors.NoSuchEntity($"Policy {arn} version {version} does not exist or is not attachable.");
        return new ControlAnswer(new JsonObject
        {
            ["PolicyVersion"] = new JsonObject
            {
                ["Document"] = RoleAnswer.Document(policy.Document),
                ["VersionId"] = version,
                ["IsDefaultVersion"] = true,
                ["CreateDate"] = RoleAnswer.Time(DateTimeOffset.UnixEpoch),
            },
        });
    }
}
