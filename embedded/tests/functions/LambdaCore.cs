using System.Diagnostics.CodeAnalysis;

// What these functions need of Amazon.Lambda.Core, under its names: the embedded cloud finds it by them.
[assembly: Amazon.Lambda.Core.LambdaSerializer(typeof(EmbeddedAws.Tests.Functions.JsonText))]

namespace Amazon.Lambda.Core;

public interface ILambdaContext
{
    string AwsRequestId { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    string InvokedFunctionArn { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    TimeSpan RemainingTime { get; }

    ILambdaLogger Logger { get; }
}

public interface ILambdaLogger
{
    void LogLine(string message);

    void LogInformation(string message);
}

public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
[SuppressMessage("Design", "CA1019", Justification = "As AWS has it.")]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; } = serializerType;
}
