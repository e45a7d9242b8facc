using EmbeddedAws.FunctionHost;

// The part that AWS's managed runtimes of .NET have: https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html.
var name = Environment.GetEnvironmentVariable("_HANDLER")!;
if (!name.Contains("::", StringComparison.Ordinal))
    return AppDomain.CurrentDomain.ExecuteAssemblyByName(name); // A program, which asks the runtime API itself.

using var api = new RuntimeApi(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
Handler handler;
try
{
    handler = Handler.Load(name);
}
#pragma warning disable CA1031 // The caller of the function gets whatever its constructor throws.
catch (Exception exception)
#pragma warning restore CA1031
{
    api.FailInit(Failure.Write(exception));
    return 1;
}

while (true)
{
    var invocation = api.Next();
    Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
    byte[] result;
    try
    {
        result = handler.Run(invocation);
    }
#pragma warning disable CA1031 // A function that throws has failed; its process goes on.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        api.Fail(invocation, Failure.Write(exception));
        continue;
    }

    api.Respond(invocation, result);
}
