using System.Globalization;
using System.Reflection;

namespace EmbeddedAws.FunctionHost;

/// <summary>The <c>ILambdaLogger</c> of a context: it writes to the standard output, with AWS's prefix where a line has a level.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class LambdaLogger : DispatchProxy
#pragma warning restore CA1852
{
    private Invocation _invocation = null!;

    public static object Create(Type loggerInterface, Invocation invocation)
    {
        var proxy = Create(loggerInterface, typeof(LambdaLogger));
        ((LambdaLogger)proxy)._invocation = invocation;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch ((targetMethod!.Name, args))
        {
            case ("Log", [string text]):
                Console.Write(text);
                break;
            case ("LogLine", [string text]):
                Console.WriteLine(text);
                break;
            case ("Log", [{ } level, .. var rest]):
                Write(level.ToString()!, rest);
                break;
            case (var name, { } all):
                Write(name["Log".Length..], all);
                break;
        }

        return null;
    }

    /// <summary>An exception, the message, and the values of its placeholders, in this order; the first and the last may be left out.</summary>
    private void Write(string level, object?[] values)
    {
        var exception = values.OfType<Exception>().FirstOrDefault();
        var message = values.OfType<string>().FirstOrDefault();
        var arguments = values.OfType<object?[]>().FirstOrDefault() ?? [];
        var time = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Console.WriteLine($"{time}\t{_invocation.RequestId}\t{level.ToLowerInvariant()[..Math.Min(4, level.Length)]}\t{Filled(message ?? "", arguments)}{(exception is null ? "" : $"\n{exception}")}");
    }

    private static string Filled(string message, object?[] arguments)
    {
        foreach (var argument in arguments)
        {
            var (open, close) = (message.IndexOf('{', StringComparison.Ordinal), message.IndexOf('}', StringComparison.Ordinal));
            if (open >= 0 && close > open)
                message = $"{message[..open]}{argument}{message[(close + 1)..]}";
        }

        return message;
    }
}
