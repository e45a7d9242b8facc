using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html. The code cannot be downloaded, so its <c>Location</c> is left out.</summary>
internal sealed class GetFunction(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        var function = Functions.Get(name);
        var answer = new JsonObject
        {
            ["Configuration"] = ConfigurationAnswer.Of(function),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3" },
        };
        if (function.Tags.Count > 0)
            answer["Tags"] = Map(function.Tags);
        if (function.ReservedConcurrency is { } reserved)
            answer["Concurrency"] = new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
        return (ControlAnswer)answer;
    }
}
