using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ImageService.Bench;

/// <summary>Pages through a whole listing of <c>local</c>, and compares what its first pages cost with what its last do.</summary>
internal static class Paging
{
    /// <summary>Those that are compared, and some between them.</summary>
    public const int Fewest = 3 * Compared * PageSize;

    private const int PageSize = 100;
    private const int Compared = 100;
    private const int WarmUp = 1000;
    private const int MiB = 1024 * 1024;

    public static async Task RunAsync(int items)
    {
        using var program = await LocalProcess.StartAsync();
        await Seed.ImagesAsync(program.ImagesUrl, items);

        using var http = new HttpClient();
        // A program is slow as long as the runtime compiles it.
        await ReadAsync(program, http, WarmUp);
        var pages = await ReadAsync(program, http, int.MaxValue);

        var first = pages.Take(Compared).ToList();
        // The last page may have fewer images.
        var last = pages.TakeLast(Compared + 1).SkipLast(1).ToList();
        Console.WriteLine($"{pages.Sum(page => page.Images)} images on {pages.Count} pages of {PageSize}");
        Console.WriteLine($"pages 1 to {Compared}: {Summary(first)}");
        Console.WriteLine($"pages {pages.Count - Compared} to {pages.Count - 1}: {Summary(last)}");
        Console.WriteLine($"ratio of the medians, last to first: {Median(last) / Median(first):0.00}");
        Console.WriteLine($"memory of the program: {pages.Max(page => page.Memory) / MiB} MiB at most while its pages were read");
    }

    private static async Task<List<Page>> ReadAsync(LocalProcess program, HttpClient http, int most)
    {
        var pages = new List<Page>();
        for (string? cursor = null; pages.Count == 0 || (cursor is not null && pages.Count < most);)
        {
            var started = Stopwatch.GetTimestamp();
            var page = JsonNode.Parse(await http.GetStringAsync(new Uri($"{program.ImagesUrl}?limit={PageSize}{(cursor is null ? "" : $"&cursor={cursor}")}")))!;
            pages.Add(new(page["images"]!.AsArray().Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds, program.Memory));
            cursor = (string?)page["nextCursor"];
        }

        return pages;
    }

    private static string Summary(List<Page> pages) => $"{pages.Min(page => page.Images)} to {pages.Max(page => page.Images)} images, median {Median(pages):0.0} ms";

    private static double Median(List<Page> pages) => pages.Select(page => page.Milliseconds).Order().ElementAt(pages.Count / 2);

    private sealed record Page(int Images, double Milliseconds, long Memory);
}
