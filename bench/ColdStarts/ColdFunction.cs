using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench.ColdStarts;

/// <summary>A function on an embedded cloud, in one of the ways to compile it.</summary>
internal sealed partial class ColdFunction(EmbeddedCloud cloud, FunctionCase function, Compilation compilation, Package package)
{
    private readonly string _name = $"{function.Name}-{compilation.Name.Replace(' ', '-')}";
    private int _round;

    public FunctionCase Function => function;

    public Compilation Compilation => compilation;

    public Package Package => package;

    /// <summary>Deploys it.</summary>
    /// <param name="role">The ARN of its role.</param>
    public Task CreateAsync(string role) => cloud.CallAsync("lambda", "CreateFunction", new JsonObject
    {
        ["FunctionName"] = _name,
        ["Role"] = role,
        ["Runtime"] = compilation.Runtime,
        ["Handler"] = function.Handler,
        ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(package.Zip) },
        ["Architectures"] = new JsonArray(Compilation.Architecture),
        ["MemorySize"] = 1024,
        ["Timeout"] = 28,
        ["Environment"] = Variables(),
    });

    /// <summary>Starts it anew and invokes it, then again while it is warm.</summary>
    /// <returns>The answers are those of the first invocation; one without a status code is the collector's report.</returns>
    public async Task<ColdStart> MeasureAsync()
    {
        await cloud.CallAsync("lambda", "UpdateFunctionConfiguration", new JsonObject { ["FunctionName"] = _name, ["Environment"] = Variables() });
        var begun = Stopwatch.GetTimestamp();
        var first = await cloud.InvokeAsync(_name, function.Event);
        var cold = Stopwatch.GetElapsedTime(begun);
        begun = Stopwatch.GetTimestamp();
        await cloud.InvokeAsync(_name, function.Event);
        var warm = Stopwatch.GetElapsedTime(begun);
        if (first.FunctionError is not null)
            throw new InvalidOperationException($"{_name} failed: {Encoding.UTF8.GetString(first.Payload)}");
        var status = (int?)JsonNode.Parse(first.Payload)!["statusCode"] ?? 200;
        if (status >= 500)
            throw new InvalidOperationException($"{_name} answered {status}: {Encoding.UTF8.GetString(first.Payload)}\n{Encoding.UTF8.GetString(first.LogTail)}");
        var memory = int.Parse(MemoryUsed().Match(Encoding.UTF8.GetString(first.LogTail)).Groups[1].ValueSpan, provider: null);
        return new ColdStart(cold.TotalMilliseconds, warm.TotalMilliseconds, memory, status);
    }

    private JsonObject Variables()
    {
        var settings = ServiceDeployment.SettingsFor(cloud);
        return new()
        {
            ["Variables"] = new JsonObject
            {
                ["BUCKET_NAME"] = settings.BucketName,
                ["TABLE_NAME"] = settings.TableName,
                ["CORS_ORIGIN"] = "*",
                // Another environment is another process.
                ["ROUND"] = $"{_round++}",
            },
        };
    }

    [GeneratedRegex("Max Memory Used: ([0-9]+) MB")]
    private static partial Regex MemoryUsed();
}
