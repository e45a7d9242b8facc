using System.Globalization;
using ImageService.E2E.Clouds;
using ImageService.E2E.Programs;

namespace ImageService.E2E.Collecting;

/// <summary>What a process that is killed under load leaves behind goes with the collector. A usual run has two rounds; <c>IMAGE_SERVICE_KILLS=10</c> has more.</summary>
public sealed class AfterKillTests
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"image-service-{Guid.NewGuid()}");

    [TearDown]
    public void RemoveData() => Directory.Delete(_data, recursive: true);

    [Test]
    public async Task After_rounds_of_kill_9_under_load_the_bucket_holds_exactly_the_images()
    {
        var (kept, pending) = (new Dictionary<string, byte[]>(), new List<string>());
        for (var round = 0; round < Rounds; round++)
        {
            await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data);
            using var api = program.Client();
            pending.Add((await LargeUpload.Put(api, SampleImages.Png())).Id);
            var load = new Load(api);
            await load.UnderWay();
            await program.KillAsync();
            await load.End;
            foreach (var (id, bytes) in load.Kept)
                kept[id] = bytes;
        }

        await using var collect = await LocalProgram.StartAsync("collect", "--age", "0", "--data", _data);
        var exitCode = await collect.EndAsync();

        Assert.That(exitCode, Is.Zero, await collect.Errors());
        Assert.That(string.Join('\n', collect.Output), Does.Contain(pending[0]).And.Contain(pending[^1]));
        await using var cloud = await Embedded.OpenAsync(_data);
        var ids = await cloud.Stored.ItemIds();
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo(ids.Select(id => $"images/{id}")));
        Assert.That(ids, Is.SupersetOf(kept.Keys));
        foreach (var (id, bytes) in kept)
            Assert.That((await cloud.Api.Download(id)).Bytes, Is.Bytes(bytes));
    }
}
