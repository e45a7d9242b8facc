using System.CommandLine;

namespace ImageService.Bench.Throughput;

/// <summary><c>dotnet run -c Release --project bench</c>: what the embedded cloud and the service cost, each call next to a floor: a server that does the least that it can.</summary>
internal static class BenchCommand
{
    private static readonly Option<Uri?> PeerS3 = Url("--peer-s3", "Another S3, such as http://localhost:4568, whose throughput is measured in the same run. It must accept the credentials test/test.");
    private static readonly Option<Uri?> PeerDynamoDb = Url("--peer-dynamodb", "Another DynamoDB, likewise.");
    private static readonly Option<double> Seconds = new("--seconds") { Description = "How long each operation is measured under each load; deletes are measured a thousand times.", DefaultValueFactory = _ => 2 };
    private static readonly Option<string> Only = new("--only") { Description = "Measures only the operations whose names contain this, such as \"list\".", DefaultValueFactory = _ => "" };
    private static readonly Option<int> Runs = new("--runs") { Description = "How many runs there are; of each operation, the table at the end has the run whose ratio to the floor is the middle one.", DefaultValueFactory = _ => 3 };
    private static readonly Option<int[]> Connections = new("--connections")
    {
        Description = "How many clients send at once, one load after the other.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [1, 16],
    };

    private static readonly Option<string?> Json = new("--json") { Description = "A file that gets all numbers." };
    private static readonly Option<string?> Svg = new("--svg") { Description = "A folder that gets the plots." };

    public static void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { PeerS3, PeerDynamoDb, Only, Seconds, Runs, Connections, Json, Svg })
            root.Add(option);
        root.SetAction((parsed, _) => RunAsync(parsed));
        var cloud = new Command("cloud");
        cloud.SetAction((_, _) => ServeCommand.CloudAsync());
        var floor = new Command("floor");
        floor.SetAction((_, _) => ServeCommand.FloorAsync());
        root.Add(new Command("serve") { cloud, floor });
        root.Subcommands[^1].Hidden = true;
    }

    private static async Task RunAsync(ParseResult parsed)
    {
        var runs = new List<IReadOnlyList<Comparison>>();
        for (var run = 1; run <= parsed.GetValue(Runs); run++)
        {
            Console.WriteLine($"Run {run} of {parsed.GetValue(Runs)}");
            Console.WriteLine(BenchReport.Header);
            var bench = new BenchRun(
                TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
                parsed.GetValue(Connections)!,
                parsed.GetValue(Only)!,
                parsed.GetValue(PeerS3),
                parsed.GetValue(PeerDynamoDb),
                one => Console.WriteLine(BenchReport.Line(one)));
            runs.Add(await bench.RunAsync());
        }

        var median = BenchReport.Median(runs);
        Console.WriteLine("The middle run of each");
        Console.WriteLine(BenchReport.Header);
        foreach (var one in median)
            Console.WriteLine(BenchReport.Line(one));
        if (parsed.GetValue(Json) is { } json)
            await File.WriteAllTextAsync(json, BenchReport.JsonOf(median));
        if (parsed.GetValue(Svg) is { } folder)
            await DrawAsync(folder, median);
    }

    private static Task DrawAsync(string folder, IReadOnlyList<Comparison> comparisons)
    {
        Directory.CreateDirectory(folder);
        var lines = comparisons.GroupBy(one => one.Sample.Operation).Where(operation => operation.Count() > 1)
            .Select(operation => (operation.Key, (IReadOnlyList<(double, double)>)[.. operation.OrderBy(one => one.Sample.Connections).Select(one => ((double)one.Sample.Connections, one.Sample.P50))]));
        return File.WriteAllTextAsync(Path.Combine(folder, "latency-over-load.svg"), Plot.Draw("Latency over load", "clients at once", "p50 in ms", [.. lines]));
    }

    private static Option<Uri?> Url(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url))
                return url;
            argument.AddError($"{name} must be a URL such as http://localhost:4568.");
            return null;
        },
    };
}
