using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html. Every caller that is not a role is the user of this machine.</summary>
internal sealed class GetUser : IControlOperation
{
    private const string Developer = "developer";

    public string ResourceOf(ControlRequest request) => Arn.OfIam($"user/{NameIn(request)}");

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = NameIn(request);
        request.Finish();
        if (name != Developer)
            throw IamErrors.NoSuchEntity($"The user with name {name} cannot be found.");
        return new ControlAnswer(new JsonObject
        {
            ["User"] = new JsonObject
            {
                ["Path"] = "/",
                ["UserName"] = name,
                ["UserId"] = Arn.DeveloperId,
                ["Arn"] = Arn.OfIam($"user/{name}"),
                ["CreateDate"] = RoleAnswer.Time(DateTimeOffset.UnixEpoch),
            },
        });
    }

    private static string NameIn(ControlRequest request) => request.Text("UserName") switch
    {
        { Length: > 0 } name => name,
        _ when request.Caller is not null => throw request.Invalid("Must specify userName when calling with non-User credentials"),
        _ => Developer,
    };
}
