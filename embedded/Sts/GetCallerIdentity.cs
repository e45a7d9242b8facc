using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Sts;

/// <summary>
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html. Every caller that is not a role is the user of this machine; a role has one session,
/// with the name of the role.
/// </summary>
internal sealed class GetCallerIdentity : IControlOperation
{
    public bool IsForEveryone => true;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        request.Finish();
        var (arn, id) = request.Caller is { } role
            ? ($"arn:aws:sts::{Arn.Account}:assumed-role/{role.Name}/{role.Name}", $"{role.Id}:{role.Name}")
            : (Arn.Developer, Arn.DeveloperId);
        return new ControlAnswer(new JsonObject { ["Arn"] = arn, ["UserId"] = id, ["Account"] = Arn.Account });
    }
}
