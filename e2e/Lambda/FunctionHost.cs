using System.Reflection;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Lambda;

namespace ImageService.E2E.Lambda;

/// <summary>
/// Runs an entry point as Lambda's .NET runtime does: it is found by its handler string, made once, and all that goes in and
/// out is JSON, through the serializer that its assembly names. Requests may run at once.
/// </summary>
internal sealed class FunctionHost : IDisposable
{
    private readonly object _function;
    private readonly Func<APIGatewayProxyRequest, ILambdaContext, Task<APIGatewayProxyResponse>> _handle;
    private readonly ILambdaSerializer _serializer;

    /// <summary>Makes the function.</summary>
    /// <param name="handler">Assembly, type and method: see <see cref="HandlerOf"/>.</param>
    /// <param name="settings">What Lambda would find in the environment.</param>
    /// <param name="options">Credentials, clock and log.</param>
    public FunctionHost(string handler, Settings settings, FunctionOptions options)
    {
        if (handler.Split("::") is not [var assemblyName, var typeName, var methodName])
            throw new ArgumentException($"{handler} is not Assembly::Type::Method.", nameof(handler));
        var assembly = Assembly.Load(assemblyName);
        var type = assembly.GetType(typeName, throwOnError: true)!;
        var method = type.GetMethod(methodName) ?? throw new MissingMethodException(typeName, methodName);
        _function = Activator.CreateInstance(type, settings, options)!;
        _handle = method.CreateDelegate<Func<APIGatewayProxyRequest, ILambdaContext, Task<APIGatewayProxyResponse>>>(_function);
        _serializer = SerializerOf(assembly);
    }

    /// <summary>The handler string of an operation's function.</summary>
    public static string HandlerOf(Operation operation)
    {
        var project = operation == Operation.RenderImage ? "ImageService.Lambda.Rendering" : "ImageService.Lambda";
        return $"{project}::{project}.{operation}Function::HandleAsync";
    }

    /// <summary>The serializer that an assembly of functions names.</summary>
    public static ILambdaSerializer SerializerOf(Assembly assembly)
    {
        var attribute = assembly.GetCustomAttribute<LambdaSerializerAttribute>()
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} names no serializer.");
        return (ILambdaSerializer)Activator.CreateInstance(attribute.SerializerType)!;
    }

    /// <summary>Invokes the function as API Gateway does.</summary>
    /// <returns>The answer in JSON.</returns>
    public Task<byte[]> InvokeAsync(byte[] proxyEvent, string requestId, TimeSpan remainingTime) =>
        InvokeAsync(proxyEvent, new InvocationContext { AwsRequestId = requestId, RemainingTime = remainingTime });

    /// <summary>Invokes the function with any event, as <c>aws lambda invoke</c> does.</summary>
    /// <returns>The answer in JSON.</returns>
    public async Task<byte[]> InvokeAsync(byte[] proxyEvent, ILambdaContext context)
    {
        using var input = new MemoryStream(proxyEvent);
        var answer = await _handle(_serializer.Deserialize<APIGatewayProxyRequest>(input), context);
        using var output = new MemoryStream();
        _serializer.Serialize(answer, output);
        return output.ToArray();
    }

    public void Dispose() => (_function as IDisposable)?.Dispose();
}
