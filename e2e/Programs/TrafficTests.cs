using System.Globalization;

namespace ImageService.E2E.Programs;

/// <summary>
/// Mixed traffic that goes on for long. A usual run sends little; <c>IMAGE_SERVICE_TRAFFIC=18000</c> is half an hour of ten requests a second,
/// which takes about a minute.
/// </summary>
public sealed class TrafficTests
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_TRAFFIC") ?? "160", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [Test]
    public async Task Mixed_traffic_is_answered_rightly_and_takes_no_more_memory_files_or_descriptors()
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path);
        using var api = program.Client();
        await Traffic.SendAsync(api, Requests / 4);
        var (warm, files) = (program.Resources(), Files());

        await Traffic.SendAsync(api, Requests * 3 / 4);

        var (end, filesAtEnd) = (program.Resources(), Files());
        await TestContext.Error.WriteLineAsync($"After {Requests / 4} requests {warm.Memory / Mebibyte} MiB and {warm.Descriptors} descriptors, after {Requests} {end.Memory / Mebibyte} MiB and {end.Descriptors}.");
        Assert.That(await api.ListIds(), Is.Empty);
        Assert.That(filesAtEnd, Is.EquivalentTo(files));
        // Connections are kept for a while: their number grows to that of the calls that happened to be made at once.
        Assert.That(end.Descriptors, Is.LessThan(warm.Descriptors + 200));
        Assert.That(end.Memory, Is.LessThan((warm.Memory * 3 / 2) + (64 * Mebibyte)));
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories)];
}
