using System.CommandLine;
using System.Globalization;

namespace ImageService.Bench.Throughput;

/// <summary><c>bench -- sizes</c>: how the cost of a request grows with the size of an image and of a page.</summary>
internal static class SizesCommand
{
    private const int KB = 1024;
    private const string Header = "operation       size   p50 ms   CPU ms   allocated KB";

    private static readonly int[] Kilobytes = [10, 30, 100, 300, 1000, 3000];
    private static readonly int[] Pages = [1, 3, 10, 30, 100];

    private static readonly Option<double> Seconds = new("--seconds") { Description = "How long each size is measured.", DefaultValueFactory = _ => 2 };
    private static readonly Option<string?> Svg = new("--svg") { Description = "A folder that gets the plots." };

    public static Command Make()
    {
        var command = new Command("sizes", "How the cost of a request grows with the size of an image and of a page, for one client.") { Seconds, Svg };
        command.SetAction((parsed, _) => RunAsync(new ClosedLoop(TimeSpan.FromSeconds(parsed.GetValue(Seconds))), parsed.GetValue(Svg)));
        return command;
    }

    private static async Task RunAsync(ClosedLoop loop, string? folder)
    {
        await using var cloud = await Server.StartAsync("cloud");
        using var operations = new ApiOperations(new Uri(cloud.Endpoint, "restapis/images/dev/_user_request_/"));
        await ClosedLoop.WarmUpAsync([.. await operations.OfSizeAsync(Kilobytes[0] * KB), new("list", _ => operations.ListAsync(Pages[^1]))]);
        Console.WriteLine(Header);
        var images = new List<(Sample Sample, int Size)>();
        foreach (var size in Kilobytes)
        {
            foreach (var operation in await operations.OfSizeAsync(size * KB))
                images.Add(await MeasureAsync(loop, operation, size, "KB", cloud));
        }

        // The uploads have left more images than any page has.
        var pages = new List<(Sample Sample, int Size)>();
        foreach (var page in Pages)
            pages.Add(await MeasureAsync(loop, new BenchOperation("list", _ => operations.ListAsync(page)), page, "", cloud));
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "cost-over-size.svg"), Plot.Draw("Cost over size of an image", "KB", "p50 in ms", Lines(images)));
        await File.WriteAllTextAsync(Path.Combine(folder, "cost-over-page.svg"), Plot.Draw("Cost over size of a page", "images", "p50 in ms", Lines(pages)));
    }

    private static async Task<(Sample Sample, int Size)> MeasureAsync(ClosedLoop loop, BenchOperation operation, int size, string unit, Server cloud)
    {
        var sample = await loop.RunAsync(operation, 1, cloud);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation.Name,-11} {$"{size} {unit}",8}   {sample.P50,6:0.00}   {sample.CpuMilliseconds,6:0.00}   {sample.AllocatedBytes / KB,12:0}"));
        return (sample, size);
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> Lines(List<(Sample Sample, int Size)> samples) =>
    [
        .. samples.GroupBy(one => one.Sample.Operation).Select(line => (line.Key, (IReadOnlyList<(double, double)>)[.. line.Select(one => ((double)one.Size, one.Sample.P50))])),
    ];
}
