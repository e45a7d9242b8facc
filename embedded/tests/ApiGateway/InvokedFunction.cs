using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda;
using EmbeddedAws.Tests.Lambda;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>A function of Lambda whose code is in the test, and which API Gateway may invoke.</summary>
internal static class InvokedFunction
{
    private const string Role = "invoked";

    /// <summary>Makes a function, or gives one that is there other code.</summary>
    /// <param name="cloud">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="code">What it does with its event; null answers its name.</param>
    public static async Task CreateAsync(EmbeddedCloud cloud, string name, Func<JsonNode, Task<string>>? code = null)
    {
        cloud.RunInProcess(name, Code(code ?? (_ => Task.FromResult(Answer(name)))));
        if (cloud.Iam.Roles.All(role => role.Name != Role))
            await FunctionCloud.CreateRoleAsync(cloud, Role);
        try
        {
            await cloud.CallAsync("lambda", "CreateFunction", new JsonObject
            {
                ["FunctionName"] = name,
                ["Runtime"] = "dotnet10",
                ["Handler"] = "A::B::C",
                ["Role"] = Arn.OfIam($"role/{Role}"),
                ["Code"] = new JsonObject { ["ZipFile"] = "" },
            });
            await PermitAsync(cloud, name, "*");
        }
        catch (AwsException refusal) when (refusal.Code == "ResourceConflictException")
        {
            // It is there already.
        }
    }

    /// <summary>Lets API Gateway invoke a function for some calls: <c>images/dev/GET/images/id</c>.</summary>
    public static Task PermitAsync(EmbeddedCloud cloud, string name, string calls) => cloud.CallAsync(
        "lambda",
        "AddPermission",
        $$"""{"FunctionName":"{{name}}","StatementId":"gateway","Action":"lambda:InvokeFunction","Principal":"apigateway.amazonaws.com","SourceArn":"{{Arn.Of("execute-api", calls)}}"}""");

    /// <summary>Takes that permission away.</summary>
    public static Task ForbidAsync(EmbeddedCloud cloud, string name) =>
        cloud.CallAsync("lambda", "RemovePermission", $$"""{"FunctionName":"{{name}}","StatementId":"gateway"}""");

    /// <summary>An answer with a body.</summary>
    public static string Answer(string body) => new JsonObject { ["statusCode"] = 200, ["body"] = body }.ToJsonString();

    private static LambdaFunction Code(Func<JsonNode, Task<string>> code) => async (proxyEvent, _, _) => Encoding.UTF8.GetBytes(await code(JsonNode.Parse(proxyEvent)!));
}
