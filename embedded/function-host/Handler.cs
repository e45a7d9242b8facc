using System.Reflection;

namespace EmbeddedAws.FunctionHost;

/// <summary>The method of a function, found by its name <c>Assembly::Type::Method</c>.</summary>
internal sealed class Handler
{
    private const string ContextInterface = "Amazon.Lambda.Core.ILambdaContext";
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly object? _instance;
    private readonly MethodInfo _method;
    private readonly Serializer _serializer;
    private readonly ParameterInfo[] _parameters;

    private Handler(MethodInfo method)
    {
        (_method, _parameters, _serializer) = (method, method.GetParameters(), Serializer.Of(method));
        _instance = method.IsStatic ? null : Activator.CreateInstance(method.ReflectedType!, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    /// <summary>Finds the method, and makes an instance of its class.</summary>
    public static Handler Load(string name)
    {
        if (name.Split("::") is not [var assembly, var type, var method])
            throw new InvalidOperationException($"The handler is Assembly::Type::Method, not {name}.");
        var found = Assembly.Load(new AssemblyName(assembly)).GetType(type, throwOnError: true)!.GetMethods(Methods).Where(candidate => candidate.Name == method).ToList();
        return found switch
        {
            [var only] when only.GetParameters().Length <= 2 => new Handler(only),
            [] => throw new MissingMethodException(type, method),
            [_] => throw new InvalidOperationException($"{method} of {type} has more than an event and an ILambdaContext."),
            _ => throw new AmbiguousMatchException($"{type} has {found.Count} methods {method}; a handler has a name of its own."),
        };
    }

    /// <summary>Invokes the method, and returns its result in JSON.</summary>
    public byte[] Run(Invocation invocation)
    {
        var arguments = Array.ConvertAll(_parameters, parameter => Argument(parameter.ParameterType, invocation));
        var result = _method.Invoke(_instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        var type = _method.ReturnType;
        if (result is Task task)
        {
            task.GetAwaiter().GetResult();
            type = type.IsGenericType ? type.GenericTypeArguments[0] : typeof(void);
            result = type == typeof(void) ? null : task.GetType().GetProperty("Result")!.GetValue(task);
        }

        return type == typeof(void) ? [] : Bytes(result, type);
    }

    private object? Argument(Type type, Invocation invocation)
    {
        if (type.FullName == ContextInterface)
            return LambdaContext.Create(type, invocation, _serializer);
        var stream = new MemoryStream(invocation.Payload);
        return type.IsAssignableFrom(typeof(MemoryStream)) && type != typeof(object) ? stream : _serializer.Deserialize(type, stream);
    }

    private byte[] Bytes(object? result, Type type)
    {
        var bytes = new MemoryStream();
        if (result is Stream stream)
            stream.CopyTo(bytes);
        else
            _serializer.Serialize(type, result, bytes);
        return bytes.ToArray();
    }
}
