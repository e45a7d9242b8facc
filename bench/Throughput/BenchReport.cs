using System.Globalization;
using System.Text.Json;

namespace ImageService.Bench.Throughput;

/// <summary>Writes comparisons as a table, as JSON, and as a plot.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public const string Header = "operation                  clients   per second   p50 ms   p99 ms   CPU ms   allocated KB   to floor   to peer";

    /// <summary>A line of the table below <see cref="Header"/>.</summary>
    public static string Line(Comparison one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Sample.Operation,-26} {one.Sample.Connections,7}   {one.Sample.PerSecond,10:0}   {one.Sample.P50,6:0.00}   {one.Sample.P99,6:0.00}   {one.Sample.CpuMilliseconds,6:0.00}   {one.Sample.AllocatedBytes / 1024,12:0}   {one.ToFloor,8:0.00}   {one.ToPeer,7:0.0}").TrimEnd();

    /// <summary>All numbers.</summary>
    public static string JsonOf(IReadOnlyList<Comparison> comparisons) => JsonSerializer.Serialize(comparisons, Json);

    /// <summary>The runs in one: of each operation the run whose ratio to the floor, or else whose median, is the middle one.</summary>
    public static IReadOnlyList<Comparison> Median(IReadOnlyList<IReadOnlyList<Comparison>> runs) =>
    [
        .. runs.SelectMany(run => run).GroupBy(one => (one.Sample.Operation, one.Sample.Connections))
            .Select(same => same.OrderBy(one => one.ToFloor ?? one.Sample.P50).ElementAt(same.Count() / 2)),
    ];
}
