using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;

namespace EmbeddedAws.Tests.Functions;

/// <summary>Functions that behave well, and not.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "As handlers are.")]
public sealed class Handlers
{
    private static int _count;

    public JsonObject Echo(JsonNode sent, ILambdaContext context)
    {
        context.Logger.LogLine("a line of the logger");
        context.Logger.LogInformation("with a level");
        return new JsonObject
        {
            ["event"] = sent.DeepClone(),
            ["requestId"] = context.AwsRequestId,
            ["name"] = context.FunctionName,
            ["version"] = context.FunctionVersion,
            ["arn"] = context.InvokedFunctionArn,
            ["group"] = context.LogGroupName,
            ["stream"] = context.LogStreamName,
            ["memory"] = context.MemoryLimitInMB,
            ["seconds"] = Math.Ceiling(context.RemainingTime.TotalSeconds),
        };
    }

    /// <summary>How often this process was invoked, and which it is.</summary>
    public async Task<int[]> CountAsync()
    {
        await Task.Yield();
        return [++_count, Environment.ProcessId];
    }

    /// <summary>Takes a while, so that other processes start at the same time.</summary>
    public async Task<int> WaitAsync(int milliseconds)
    {
        await Task.Delay(milliseconds);
        return Environment.ProcessId;
    }

    public Stream Reverse(Stream bytes)
    {
        var copy = new MemoryStream();
        bytes.CopyTo(copy);
        var all = copy.ToArray();
        Array.Reverse(all);
        return new MemoryStream(all);
    }

    public string Letters(int length) => new('a', length);

    public async Task NothingAsync() => await Task.Yield();

    public Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    public void Throw() => throw new InvalidOperationException("It does not work.", new TimeoutException("It took too long."));

    public void Exit(int code) => Environment.Exit(code);

    public void Hang() => Thread.Sleep(Timeout.Infinite);

    public void Print(int megabytes)
    {
        var line = new string('x', 1023);
        for (var i = 0; i < megabytes * 1024; i++)
            Console.WriteLine(line);
    }

    /// <summary>Memory that the limit of the garbage collector does not count.</summary>
    public unsafe void Allocate(int megabytes)
    {
        var length = (nuint)megabytes * 1024 * 1024;
        NativeMemory.Fill(NativeMemory.Alloc(length), length, 1);
        Hang();
    }
}
