using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda;

/// <summary>An invocation of a function whose code runs in this process.</summary>
internal static class InProcessInvocation
{
    public static async Task<Invocation> RunAsync(LambdaFunction function, string requestId, byte[] payload, TimeSpan remainingTime)
    {
        try
        {
            return new Invocation(requestId, await function(payload, requestId, remainingTime), FunctionError: null);
        }
#pragma warning disable CA1031 // Whatever a function throws, its caller is told that it failed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = new JsonObject { ["errorType"] = exception.GetType().Name, ["errorMessage"] = exception.Message };
            return new Invocation(requestId, ControlJson.Bytes(failure), "Unhandled");
        }
    }
}
