using System.Globalization;
using ImageService.E2E.Clouds;
using ImageService.E2E.Programs;

namespace ImageService.E2E.Collecting;

/// <summary>The collector removes what a process leaves behind that is killed under load. A usual run has one round; <c>IMAGE_SERVICE_KILLS=10</c> has more.</summary>
public sealed class AfterKillTests
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_KILLS") ?? "1", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [Test]
    public async Task After_rounds_of_kill_9_under_load_what_was_answered_is_so_and_the_bucket_holds_exactly_the_images()
    {
        var (kept, deleted, pending) = (new Dictionary<string, byte[]>(), new List<string>(), new List<string>());
        for (var round = 0; round < Rounds; round++)
        {
            await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path);
            using var api = program.Client();
            pending.Add((await LargeUpload.Put(api, SampleImages.Png())).Id);
            var load = new Load(api);
            await load.UnderWay();
            await program.KillAsync();
            await load.End;
            foreach (var (id, bytes) in load.Kept)
                kept[id] = bytes;
            deleted.AddRange(load.Deleted);
        }

        var collect = await CommandRun.Of("collect", "--age", "0", "--data", _data.Path);

        Assert.That(collect.ExitCode, Is.Zero, collect.Errors);
        Assert.That(deleted, Is.Not.Empty);
        Assert.That(string.Join('\n', collect.Output), Does.Contain(pending[0]).And.Contain(pending[^1]));
        await using var cloud = await Embedded.OpenAsync(_data.Path);
        var ids = await cloud.Stored.ItemIds();
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo(ids.Select(id => $"images/{id}")));
        Assert.That(ids, Is.SupersetOf(kept.Keys));
        Assert.That(await cloud.Api.ListIds(), Is.EquivalentTo(ids));
        foreach (var (id, bytes) in kept)
            Assert.That((await cloud.Api.Download(id)).Bytes, Is.Bytes(bytes));
        foreach (var id in deleted)
            Assert.That(await cloud.Api.Get(id), Is.Problem(404, "image-not-found"));
    }
}
