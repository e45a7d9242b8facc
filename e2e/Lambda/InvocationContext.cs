using Amazon.Lambda.Core;

namespace ImageService.E2E.Lambda;

/// <summary>What Lambda tells a function of an invocation; only what the functions may ask for.</summary>
internal sealed class InvocationContext : ILambdaContext
{
    public string AwsRequestId { get; init; } = Guid.NewGuid().ToString();

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(28);

    public IClientContext ClientContext => throw Unused();

    public string FunctionName => throw Unused();

    public string FunctionVersion => throw Unused();

    public ICognitoIdentity Identity => throw Unused();

    public string InvokedFunctionArn => throw Unused();

    public ILambdaLogger Logger => throw Unused();

    public string LogGroupName => throw Unused();

    public string LogStreamName => throw Unused();

    public int MemoryLimitInMB => throw Unused();

    private static NotSupportedException Unused() => new("The functions have no use for this.");
}
