using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;

namespace ImageService.E2E.Collecting;

/// <summary>The collector runs over and over while the service works at full speed.</summary>
[NotOnLocalStack("Its bucket is not at hand.")]
public sealed class UnderLoadTests
{
    /// <summary>
    /// What was there before the load is a day old to the collector, and what the load makes is new: its clock is stopped, a day after the moment
    /// between the two.
    /// </summary>
    [Test]
    public async Task It_never_removes_what_belongs_to_an_image()
    {
        await using var cloud = await Embedded.StartAsync();
        var load = new ServiceLoad(cloud.Api);
        var old = await load.UploadAsync(10);
        var garbage = await cloud.PutGarbageAsync(20);
        await cloud.Api.List();
        var dayAfter = DateTimeOffset.UtcNow.AddMilliseconds(-1) + CollectorOptions.Day;

        var running = load.RunAsync(old);
        var reports = await CollectUntilAsync(running, cloud, dayAfter);

        await running;
        Assert.That(reports.Select(report => report.Failure), Is.All.Null);
        Assert.That(reports.Sum(report => report.Images), Is.GreaterThanOrEqualTo(garbage.Count));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
        foreach (var (id, bytes) in load.Kept)
            Assert.That((await cloud.Api.Download(id)).Bytes, Is.Bytes(bytes));
        await cloud.CollectAsync();
        await AssertOnlyImagesAreStored(cloud, load);
    }

    private static async Task<IReadOnlyList<CollectorReport>> CollectUntilAsync(Task end, Embedded cloud, DateTimeOffset now)
    {
        var reports = new List<CollectorReport>();
        do
            reports.Add(await cloud.CollectAsync(now, new CollectorOptions { PageSize = 7 }));
        while (!end.IsCompleted);
        return reports;
    }

    private static async Task AssertOnlyImagesAreStored(Embedded cloud, ServiceLoad load)
    {
        var keys = await cloud.Stored.ObjectKeys();
        Assert.That(await cloud.Stored.ItemIds(), Is.EquivalentTo(load.Kept.Keys));
        Assert.That(keys.Where(key => key.StartsWith("images/", StringComparison.Ordinal)), Is.EquivalentTo(load.Kept.Keys.Select(id => $"images/{id}")));
        Assert.That(keys.Where(key => key.StartsWith("variants/", StringComparison.Ordinal)).Select(key => key.Split('/')[1]).Distinct(), Is.SubsetOf(load.Kept.Keys));
    }
}
