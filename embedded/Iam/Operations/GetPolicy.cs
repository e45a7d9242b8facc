using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html</summary>
internal sealed class GetPolicy(RoleStore roles) : IControlOperation
{
    public string ResourceOf(ControlRequest request) => request.RequiredText("PolicyArn");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var arn = request.RequiredText("PolicyArn");
        request.Finish();
        var policy = ManagedPolicy.Find(arn);
        return new ControlAnswer(new JsonObject
        {
            ["Policy"] = new JsonObject
            {
                ["PolicyName"] = policy.Name,
                ["PolicyId"] = policy.Id,
                ["Arn"] = policy.Arn,
                ["Path"] = policy.Path,
                ["DefaultVersionId"] = ManagedPolicy.Version,
                ["AttachmentCount"] = roles.All.Count(role => role.AttachedPolicies.Contains(arn)),
                ["IsAttachable"] = true,
                ["CreateDate"] = RoleAnswer.Time(DateTimeOffset.UnixEpoch),
                ["UpdateDate"] = RoleAnswer.Time(DateTimeOffset.UnixEpoch),
            },
        });
    }
}
