using System.Diagnostics;
using System.Globalization;

namespace ImageService.Bench;

/// <summary>How long <c>local</c> takes from its start to its first answer, and what it computes until then.</summary>
internal static class StartTime
{
    private const int Times = 15;

    public static async Task RunAsync()
    {
        using var http = new HttpClient();
        // Once for what is compiled here.
        await MeasureAsync(http);
        var starts = new List<(double Elapsed, double Cpu)>();
        for (var time = 0; time < Times; time++)
            starts.Add(await MeasureAsync(http));

        var (elapsed, cpu) = (starts.Select(start => start.Elapsed).Order().ToList(), starts.Select(start => start.Cpu).Order().ToList());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Times} starts of local, each to its first answer: {elapsed[Times / 2]:0} ms in the median, {elapsed[0]:0} at least, {elapsed[^1]:0} at most; {cpu[Times / 2]:0} ms of a core in the median"));
    }

    private static async Task<(double Elapsed, double Cpu)> MeasureAsync(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        using var program = await LocalProcess.StartAsync();
        using var answer = await http.GetAsync(program.ImagesUrl);
        answer.EnsureSuccessStatusCode();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, program.CpuTime.TotalMilliseconds);
    }
}
