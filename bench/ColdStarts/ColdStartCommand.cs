using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench.ColdStarts;

/// <summary><c>bench -- coldstart</c>: what the first request to a function costs, by how it was compiled.</summary>
internal static class ColdStartCommand
{
    private const double MB = 1_000_000;

    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often each function is started.", DefaultValueFactory = _ => 5 };

    public static Command Make()
    {
        var command = new Command("coldstart", "What the first request to each function costs, compiled by JIT, ReadyToRun and Native AOT (Linux only; it needs the Lambda packages and a C compiler).") { Rounds };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(Rounds)));
        return command;
    }

    private static async Task RunAsync(int rounds)
    {
        var work = Directory.CreateTempSubdirectory("image-service-coldstart-").FullName;
        try
        {
            await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
            using var service = await ServiceDeployment.DeployAsync(cloud);
            var functions = await DeployAsync(cloud, FunctionCase.All(await UploadAsync(service)), work);
            var samples = functions.ToDictionary(function => function, _ => new List<ColdStart>());
            // Each round has every way to compile: what disturbs the machine disturbs all of them.
            for (var round = 0; round < rounds; round++)
            {
                foreach (var function in functions)
                    samples[function].Add(await function.MeasureAsync());
            }

            Write(functions, samples);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<List<ColdFunction>> DeployAsync(EmbeddedCloud cloud, IReadOnlyList<FunctionCase> cases, string work)
    {
        var role = await MakeRoleAsync(cloud);
        var packages = new Dictionary<(Compilation, bool), Package>();
        foreach (var compilation in Compilation.All)
        {
            foreach (var isRendering in new[] { false, true })
            {
                Console.WriteLine($"Publishing {(isRendering ? "renderImage" : "the functions")}: {compilation.Name}");
                packages[(compilation, isRendering)] = await Package.PublishAsync(compilation, isRendering, Repository(), work);
            }
        }

        List<ColdFunction> functions = [.. cases.SelectMany(one => Compilation.All.Select(compilation => new ColdFunction(cloud, one, compilation, packages[(compilation, one.IsRendering)])))];
        foreach (var function in functions)
            await function.CreateAsync(role);
        return functions;
    }

    private static void Write(List<ColdFunction> functions, Dictionary<ColdFunction, List<ColdStart>> samples)
    {
        Console.WriteLine("package                   compiled      zip MB   unpacked MB");
        foreach (var one in functions.DistinctBy(function => function.Package))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(one.Function.IsRendering ? "renderImage" : "all other functions"),-25} {one.Compilation.Name,-10}   {one.Package.Zip.Length / MB,7:0.0}   {one.Package.UnpackedBytes / MB,11:0.0}"));
        Console.WriteLine();
        Console.WriteLine("function          compiled     status   first ms   warm ms   memory MB   to ReadyToRun");
        foreach (var same in functions.GroupBy(function => function.Function))
        {
            var standard = Median(samples[same.Single(function => function.Compilation.Name == "ReadyToRun")], one => one.First);
            foreach (var function in same)
            {
                var seen = samples[function];
                var first = Median(seen, one => one.First);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{function.Function.Name,-15}   {function.Compilation.Name,-10}   {seen[0].Status,6}   {first,8:0}   {Median(seen, one => one.Warm),7:0.0}   {Median(seen, one => one.Memory),9:0}   {first / standard,13:0.00}"));
            }
        }
    }

    private static double Median(List<ColdStart> seen, Func<ColdStart, double> value) => seen.Select(value).Order().ElementAt(seen.Count / 2);

    private static async Task<string> UploadAsync(ServiceDeployment service)
    {
        using var http = new HttpClient();
        using var body = new ByteArrayContent(OnePixel.Gif) { Headers = { { "Content-Type", OnePixel.ContentType } } };
        using var answer = await http.PostAsync(service.ImagesUrl, body);
        return (string)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!;
    }

    private static async Task<string> MakeRoleAsync(EmbeddedCloud cloud)
    {
        const string Name = "bench";
        var role = await cloud.CallAsync("iam", "CreateRole", new JsonObject
        {
            ["RoleName"] = Name,
            ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
        await cloud.CallAsync("iam", "PutRolePolicy", new JsonObject
        {
            ["RoleName"] = Name,
            ["PolicyName"] = "all",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
        });
        return (string)role["Role"]!["Arn"]!;
    }

    /// <summary>The folder above this program that has the sources.</summary>
    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ImageService.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
