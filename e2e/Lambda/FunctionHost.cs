using System.Reflection;
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
    /// <summary>The handler string of the collector's function.</summary>
    public const string CollectorHandler = "ImageService.Lambda::ImageService.Lambda.CollectGarbageFunction::HandleAsync";

    private readonly object _function;
    private readonly Func<byte[], ILambdaContext, Task<byte[]>> _handle;

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
        var types = (Event: method.GetParameters()[0].ParameterType, Answer: method.ReturnType.GetGenericArguments()[0]);
        var bind = typeof(FunctionHost).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types.Event, types.Answer);
        _handle = (Func<byte[], ILambdaContext, Task<byte[]>>)bind.Invoke(null, [method, _function, SerializerOf(assembly)])!;
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
    public Task<byte[]> InvokeAsync(byte[] functionEvent, ILambdaContext context) => _handle(functionEvent, context);

    public void Dispose() => (_function as IDisposable)?.Dispose();

    private static Func<byte[], ILambdaContext, Task<byte[]>> Bind<TEvent, TAnswer>(MethodInfo method, object function, ILambdaSerializer serializer)
    {
        var handle = method.CreateDelegate<Func<TEvent, ILambdaContext, Task<TAnswer>>>(function);
        return async (functionEvent, context) =>
        {
            using var input = new MemoryStream(functionEvent);
            var answer = await handle(serializer.Deserialize<TEvent>(input), context);
            using var output = new MemoryStream();
            serializer.Serialize(answer, output);
            return output.ToArray();
        };
    }
}
