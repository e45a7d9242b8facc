using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;

namespace ImageService.E2E.Collecting;

/// <summary>A bucket of more than one page, and of more than one run has time for.</summary>
[NotOnLocalStack("Its bucket is not at hand.")]
public sealed class PagesTests
{
    [TestCase(8)]
    [TestCase(10)]
    public async Task It_goes_through_all_pages(int objects)
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.PutGarbageAsync(objects);

        var report = await cloud.CollectAsync(new CollectorOptions { PageSize = 4 });

        Assert.That((report.Objects, report.Images, report.IsComplete), Is.EqualTo((objects, objects, true)));
        Assert.That(cloud.Calls.Count("ListObjectsV2"), Is.EqualTo((objects + 3) / 4));
        Assert.That(cloud.Calls.Count("DeleteItem"), Is.EqualTo(objects), "no position was kept, so none is deleted");
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [Test]
    public async Task Items_are_read_a_hundred_at_once()
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.PutGarbageAsync(101);

        var report = await cloud.CollectAsync();

        Assert.That(report.Images, Is.EqualTo(101));
        Assert.That(cloud.Calls.Count("BatchGetItem"), Is.EqualTo(2));
    }

    /// <summary>DynamoDB answers 16 MB at most: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html.</summary>
    [Test]
    public async Task Items_that_DynamoDB_leaves_for_later_are_asked_for_again()
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(50);
        await Task.WhenAll(keys.Select(key => cloud.Stored.PutItem(key["images/".Length..], 350_000)));

        var report = await cloud.CollectAsync();

        Assert.That((report.Objects, report.Images), Is.EqualTo((50, 0)));
        Assert.That(cloud.Calls.Count("BatchGetItem"), Is.GreaterThan(1), "they are more than one answer holds");
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [Test]
    public async Task A_run_that_ends_early_says_where_and_the_next_goes_on_there()
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(10);
        foreach (var key in keys.Take(4))
            await cloud.Stored.PutItem(key["images/".Length..], 1);
        using var deadline = new CancellationTokenSource();

        var first = await cloud.CollectAsync(new CollectorOptions { PageSize = 4, Removed = _ => deadline.Cancel() }, deadline.Token);
        var between = await cloud.Stored.AllItemIds();
        var listed = await cloud.Api.ListIds();
        var second = await cloud.CollectAsync(new CollectorOptions { PageSize = 4 });

        Assert.That((first.Images, first.IsComplete, first.StoppedAfter, first.Failure), Is.EqualTo((4, false, keys[3], (Exception?)null)));
        Assert.That(between, Has.One.EqualTo("collector#position"));
        Assert.That(listed, Is.Empty);
        Assert.That((second.Objects, second.Images, second.IsComplete, second.StoppedAfter), Is.EqualTo((2, 2, true, (string?)null)));
        Assert.That(await cloud.Stored.AllItemIds(), Has.None.EqualTo("collector#position"));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys.Take(4)));
    }

    [TestCase("GetItem")]
    [TestCase("ListObjectsV2")]
    [TestCase("BatchGetItem")]
    [TestCase("DeleteItem")]
    [TestCase("DeleteObject")]
    public async Task A_call_that_hangs_ends_with_the_run(string awsCall)
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(1);
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject(awsCall, hold, times: 1);
        using var deadline = new CancellationTokenSource();

        var run = cloud.CollectAsync(deadline: deadline.Token);
        await hold.Reached;
        await deadline.CancelAsync();
        var report = await run;

        Assert.That((report.IsComplete, report.Images, report.Failed, report.Failure), Is.EqualTo((false, 0, 0, (Exception?)null)));
        Assert.That(cloud.Calls.Count(awsCall), Is.EqualTo(1), "It is not sent again.");
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }
}
