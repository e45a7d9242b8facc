using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.Lambda;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>Functions in the test: each answers with what it is asked to, and the policy of all of them is a rule.</summary>
internal sealed class FakeFunctions : IFunctions
{
    /// <summary>What a function does with its event.</summary>
    public Func<string, JsonNode, Task<Invocation>> Invoke { get; set; } = (arn, _) => Task.FromResult(Answer(arn[(arn.LastIndexOf(':') + 1)..]));

    /// <summary>Which calls the policy allows.</summary>
    public Func<string, string, bool> Policy { get; set; } = (_, _) => true;

    /// <summary>An answer with a body.</summary>
    public static Invocation Answer(string body) => Result(new JsonObject { ["statusCode"] = 200, ["body"] = body }.ToJsonString());

    /// <summary>A result, or a failure.</summary>
    public static Invocation Result(string json, string? error = null) => new("id", Encoding.UTF8.GetBytes(json), error);

    public bool MayInvoke(string functionArn, string principal, string sourceArn) => principal == "apigateway.amazonaws.com" && Policy(functionArn, sourceArn);

    public Task<Invocation> InvokeAsync(string functionArn, byte[] payload) => Invoke(functionArn, JsonNode.Parse(payload)!);
}
