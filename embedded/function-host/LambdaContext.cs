using System.Globalization;
using System.Reflection;

namespace EmbeddedAws.FunctionHost;

/// <summary>The <c>ILambdaContext</c> of the function's Amazon.Lambda.Core, in any version.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class LambdaContext : DispatchProxy
#pragma warning restore CA1852
{
    private Invocation _invocation = null!;
    private Serializer _serializer = null!;

    public static object Create(Type contextInterface, Invocation invocation, Serializer serializer)
    {
        var proxy = Create(contextInterface, typeof(LambdaContext));
        ((LambdaContext)proxy)._invocation = invocation;
        ((LambdaContext)proxy)._serializer = serializer;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_AwsRequestId" => _invocation.RequestId,
        "get_InvokedFunctionArn" => _invocation.FunctionArn,
        "get_RemainingTime" => _invocation.RemainingTime,
        "get_TraceId" => _invocation.TraceId,
        "get_FunctionName" => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"),
        "get_FunctionVersion" => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION"),
        "get_LogGroupName" => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME"),
        "get_LogStreamName" => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME"),
        "get_MemoryLimitInMB" => int.Parse(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")!, CultureInfo.InvariantCulture),
        "get_Logger" => LambdaLogger.Create(targetMethod.ReturnType, _invocation),
        "get_Serializer" => _serializer.Instance,
        // ClientContext and Identity, which only the mobile SDKs send.
        _ => null,
    };
}
