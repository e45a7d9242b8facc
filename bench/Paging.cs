using System.Diagnostics;
using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>Pages through a whole listing, and compares what its first pages cost with what its last do.</summary>
internal static class Paging
{
    /// <summary>The first pages, those that are compared with, and as many at the end.</summary>
    public const int Fewest = 3 * Compared * PageSize;

    private const int PageSize = 100;
    private const int Compared = 100;

    public static async Task RunAsync(int items)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = await ServiceDeployment.DeployAsync(cloud);
        await Seed.ImagesAsync(cloud, api, items);

        using var http = new HttpClient();
        var pages = new List<Page>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null;)
        {
            var queries = cloud.Calls.Count("Query");
            var started = Stopwatch.GetTimestamp();
            var page = JsonNode.Parse(await http.GetStringAsync(new Uri($"{api.ImagesUrl}?limit={PageSize}{(cursor is null ? "" : $"&cursor={cursor}")}")))!;
            pages.Add(new(page["images"]!.AsArray().Count, cloud.Calls.Count("Query") - queries, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            cursor = (string?)page["nextCursor"];
        }

        // The very first ones also pay for what runs for the first time.
        var first = pages.Skip(Compared).Take(Compared).ToList();
        var last = pages.TakeLast(Compared + 1).SkipLast(1).ToList();
        Console.WriteLine($"{pages.Sum(page => page.Images)} images on {pages.Count} pages of {PageSize}");
        Console.WriteLine($"pages {Compared + 1} to {2 * Compared}: {Summary(first)}");
        Console.WriteLine($"pages {pages.Count - Compared} to {pages.Count - 1}: {Summary(last)}");
        Console.WriteLine($"ratio of the medians, last to first: {Median(last) / Median(first):0.00}");
    }

    private static string Summary(List<Page> pages) =>
        $"{pages.Min(page => page.Queries)} to {pages.Max(page => page.Queries)} Query, {pages.Min(page => page.Images)} to {pages.Max(page => page.Images)} images, median {Median(pages):0.0} ms";

    private static double Median(List<Page> pages) => pages.Select(page => page.Milliseconds).Order().ElementAt(pages.Count / 2);

    private sealed record Page(int Images, int Queries, double Milliseconds);
}
