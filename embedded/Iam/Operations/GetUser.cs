using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html. All that are no role are the user of this machine.</summary>
internal sealed class GetUser : IControlOperation
{
    private const string Developer = "developer";

    public string ResourceOf(ControlRequest request) => Arn.OfIam($"user/{request.Text("UserName") ?? Developer}");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = request.Text("UserName") is { Length: > 0 } named ? named : Developer;
        request.Finish();
        if (name != Developer)
            throw IamErrors.NoSuchEntity($"The user with name {name} cannot be found.");
        return new ControlAnswer(new JsonObject
        {
            ["User"] = new JsonObject
            {
                ["Path"] = "/",
                ["UserName"] = name,
                ["UserId"] = "AIDAEMBEDDEDCLOUD0000",
                ["Arn"] = Arn.OfIam($"user/{name}"),
                ["CreateDate"] = RoleAnswer.Time(DateTimeOffset.UnixEpoch),
            },
        });
    }
}
