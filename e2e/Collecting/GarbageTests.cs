using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;

namespace ImageService.E2E.Collecting;

/// <summary>What the collector removes, and what it leaves alone.</summary>
[NotOnLocalStack("Its bucket is not at hand.")]
public sealed class GarbageTests
{
    private const string Position = "collector#position";

    [Test]
    public async Task A_day_later_only_what_belongs_to_an_image_is_left()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Api.Variant(image.Id, "width=32");
        var completed = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        await cloud.Api.CompleteUpload(completed.Id);
        var pending = await LargeUpload.Put(cloud.Api, SampleImages.OfSize(1000));
        var gone = Guid.CreateVersion7();
        await cloud.Stored.PutObject($"{gone}", [1, 2, 3]);
        await cloud.Stored.PutObjectAt($"variants/{gone}/32x-contain-auto-80", [1, 2]);
        await cloud.Stored.PutObjectAt($"variants/{gone}/64x-contain-auto-80", [1]);

        var report = await cloud.CollectAsync();

        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(
            [$"images/{image.Id}", $"images/{completed.Id}", $"variants/{image.Id}/32x-contain-auto-80"]));
        Assert.That(await cloud.Stored.AllItemIds(), Is.EquivalentTo([image.Id, completed.Id, $"upload#{completed.Id}"]), $"upload#{pending.Id} is gone");
        Assert.That((report.Objects, report.Images, report.Variants, report.Bytes), Is.EqualTo((7, 2, 2, 1006)));
        Assert.That((report.Foreign, report.Changed, report.Failed, report.IsComplete, report.Failure), Is.EqualTo((0, 0, 0, true, (Exception?)null)));
    }

    [TestCase(0)]
    [TestCase(11)]
    [TestCase(23.9)]
    public async Task Younger_than_a_day_everything_stays(double hours)
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        var key = $"variants/{Guid.CreateVersion7()}/32x-contain-auto-80";
        await cloud.Stored.PutObjectAt(key, [1]);

        var report = await cloud.CollectAsync(DateTimeOffset.UtcNow.AddHours(hours));
        var completed = await cloud.Api.CompleteUpload(upload.Id);

        Assert.That((report.Objects, report.Images, report.Variants), Is.EqualTo((2, 0, 0)));
        Assert.That(completed, Is.Status(201));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo([$"images/{upload.Id}", key]));
    }

    [TestCase("images/{0}")]
    [TestCase("variants/{0}/32x-contain-auto-80")]
    public async Task Bytes_of_today_stay_however_old_the_id_is(string key)
    {
        await using var cloud = await Embedded.StartAsync();
        var old = string.Format(null, key, Guid.CreateVersion7(DateTimeOffset.UtcNow.AddDays(-3)));
        await cloud.Stored.PutObjectAt(old, [1]);

        var today = await cloud.CollectAsync(DateTimeOffset.UtcNow.AddHours(23));
        var tomorrow = await cloud.CollectAsync();

        Assert.That((today.Images + today.Variants, tomorrow.Images + tomorrow.Variants), Is.EqualTo((0, 1)));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [Test]
    public async Task An_id_of_today_stays_however_old_the_bytes_are()
    {
        await using var cloud = await Embedded.StartAsync();
        var key = $"images/{Guid.CreateVersion7(DateTimeOffset.UtcNow.AddHours(2))}";
        await cloud.Stored.PutObjectAt(key, [1]);

        var report = await cloud.CollectAsync();

        Assert.That(report.Images, Is.Zero);
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo([key]));
    }

    [Test]
    public async Task Keys_that_the_service_does_not_make_stay_and_are_counted()
    {
        await using var cloud = await Embedded.StartAsync();
        string[] keys =
        [
            "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44",
            "Images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44",
            "Variants/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44/32x-contain-auto-80",
            "backup/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44",
            "images/019AB3C2-7D1E-7C53-9D0A-3F2B6C1E8A44",
            "images/019ab3c2-7d1e-4c53-9d0a-3f2b6c1e8a44",
            "images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44.png",
            "images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44/32x-contain-auto-80",
            "images/ffffffff-ffff-7fff-bfff-ffffffffffff",
            "images/readme.txt",
            "variants/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44",
            "variants/e677d21f-dc00-7c53-9d0a-3f2b6c1e8a44/32x-contain-auto-80",
            "variants/readme/32x-contain-auto-80",
        ];
        foreach (var key in keys)
            await cloud.Stored.PutObjectAt(key, [1]);

        var report = await cloud.CollectAsync();

        Assert.That((report.Objects, report.Foreign, report.Images, report.Variants), Is.EqualTo((keys.Length, keys.Length, 0, 0)));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [Test]
    public async Task A_dry_run_tells_the_same_and_removes_nothing()
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        string[] keys = [.. await cloud.PutGarbageAsync(3), $"variants/{Guid.CreateVersion7()}/32x-contain-auto-80"];
        await cloud.Stored.PutObjectAt(keys[^1], [1]);
        var found = new List<string>();

        var report = await cloud.CollectAsync(new CollectorOptions { DryRun = true, PageSize = 2, Removed = removed => found.Add(removed.Key) });

        Assert.That((report.DryRun, report.Images, report.Variants, report.IsComplete), Is.EqualTo((true, 4, 1, true)));
        Assert.That(found, Is.EquivalentTo([$"images/{upload.Id}", .. keys]));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(found));
        Assert.That(await cloud.Stored.AllItemIds(), Is.EqualTo([$"upload#{upload.Id}"]));
    }

    [Test]
    public async Task A_dry_run_that_ends_early_moves_no_position()
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(4);
        using var deadline = new CancellationTokenSource();
        void CancelOnSecondPage(StoredObject found)
        {
            if (found.Key == keys[1])
                deadline.Cancel();
        }

        var report = await cloud.CollectAsync(new CollectorOptions { DryRun = true, PageSize = 1, Removed = CancelOnSecondPage }, deadline.Token);

        Assert.That((report.IsComplete, report.Failure), Is.EqualTo((false, (Exception?)null)));
        Assert.That(await cloud.Stored.AllItemIds(), Has.None.EqualTo(Position));
    }
}
