using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html</summary>
internal sealed class GetPolicy(Functions functions) : FunctionOperation(functions)
{
    public override Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        request.Finish();
        var function = Functions.Get(name);
        if (function.Policy.Count == 0)
            throw new AwsException(404, "ResourceNotFoundException", "The resource you requested does not exist.");
        var policy = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Id"] = "default",
            ["Statement"] = new JsonArray([.. function.Policy.Select(permission => permission.Write(function.Arn))]),
        };
        return (ControlAnswer)new JsonObject { ["Policy"] = policy.ToJsonString(), ["RevisionId"] = function.PolicyRevisionId };
    }
}
