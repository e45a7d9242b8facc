using Amazon.Runtime;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;

namespace ImageService.E2E.Collecting;

/// <summary>S3 or DynamoDB fails while the collector runs, or others work on the same objects.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail.")]
public sealed class CollectorFailureTests
{
    [TestCase("GetItem", 400, "ThrottlingException")]
    [TestCase("ListObjectsV2", 503, "SlowDown")]
    [TestCase("BatchGetItem", 400, "ProvisionedThroughputExceededException")]
    [TestCase("DeleteItem", 500, "InternalServerError")]
    [TestCase("DeleteObject", 503, "SlowDown")]
    public async Task What_fails_once_is_tried_again(string awsCall, int status, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.PutGarbageAsync(3);
        cloud.Calls.Inject(awsCall, new AwsFault.Error(status, code), times: 1);

        var report = await cloud.CollectAsync();

        Assert.That((report.Images, report.Failed, report.IsComplete, report.Failure), Is.EqualTo((3, 0, true, (Exception?)null)));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [TestCase("ListObjectsV2", 503, "SlowDown")]
    [TestCase("BatchGetItem", 400, "ProvisionedThroughputExceededException")]
    public async Task What_goes_on_failing_ends_the_run_and_the_next_goes_on_there(string awsCall, int status, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(6);
        cloud.Calls.Inject(awsCall, new AwsFault.Error(status, code), call: 2, times: 3);

        var first = await cloud.CollectAsync(new CollectorOptions { PageSize = 2 });
        var second = await cloud.CollectAsync(new CollectorOptions { PageSize = 2 });

        Assert.That((first.Images, first.IsComplete, first.StoppedAfter), Is.EqualTo((2, false, keys[1])));
        Assert.That(first.Failure, Is.InstanceOf<AmazonServiceException>().With.Property("ErrorCode").EqualTo(code));
        Assert.That((second.Images, second.IsComplete, second.Failure), Is.EqualTo((4, true, (Exception?)null)));
    }

    [Test]
    public async Task A_collector_that_cannot_read_its_position_does_nothing()
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(1);
        cloud.Calls.Inject("GetItem", new AwsFault.Error(400, "AccessDeniedException"));

        var report = await cloud.CollectAsync();

        Assert.That((report.Objects, report.IsComplete), Is.EqualTo((0, false)));
        Assert.That(report.Failure, Is.InstanceOf<AmazonServiceException>());
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [TestCase("DeleteObject", 403, "AccessDenied")]
    [TestCase("DeleteItem", 400, "AccessDeniedException")]
    public async Task An_object_that_cannot_be_removed_keeps_no_other_from_it(string awsCall, int status, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.PutGarbageAsync(5);
        cloud.Calls.Inject(awsCall, new AwsFault.Error(status, code), times: 1);

        var first = await cloud.CollectAsync(new CollectorOptions { PageSize = 2 });
        var left = await cloud.Stored.ObjectKeys();
        var second = await cloud.CollectAsync();

        Assert.That((first.Images, first.Failed, first.IsComplete, left.Count), Is.EqualTo((4, 1, true, 1)));
        Assert.That(first.Failure, Is.InstanceOf<AmazonServiceException>().With.Property("ErrorCode").EqualTo(code));
        Assert.That((second.Images, second.Failure), Is.EqualTo((1, (Exception?)null)));
    }

    [TestCase(412, "PreconditionFailed")]
    [TestCase(409, "ConditionalRequestConflict")]
    [TestCase(404, "NoSuchKey")]
    public async Task An_object_that_S3_finds_changed_is_no_failure(int status, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        var keys = await cloud.PutGarbageAsync(1);
        cloud.Calls.Inject("DeleteObject", new AwsFault.Error(status, code));

        var report = await cloud.CollectAsync();

        Assert.That((report.Images, report.Changed, report.Failed, report.Failure), Is.EqualTo((0, 1, 0, (Exception?)null)));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [TestCase(false, 1)]
    [TestCase(true, 0, Description = "LocalStack 4.14 knows no condition on a delete.")]
    public async Task An_object_that_is_replaced_between_listing_and_delete_stays(bool onLocalStack, int changed)
    {
        await using var cloud = await Embedded.StartAsync();
        var key = (await cloud.PutGarbageAsync(1))[0];
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("DeleteObject", hold, times: 1);

        var run = cloud.CollectAsync(DateTimeOffset.UtcNow + CollectorRun.NextDay, onLocalStack: onLocalStack);
        await hold.Reached;
        await cloud.Stored.PutObjectAt(key, [9, 9]);
        hold.Release();
        var report = await run;

        Assert.That((report.Images, report.Changed, report.Failed, report.Failure), Is.EqualTo((1 - changed, changed, 0, (Exception?)null)));
        Assert.That(await cloud.Stored.ObjectKeys(), Has.Count.EqualTo(changed));
        if (changed == 1)
            Assert.That(await cloud.Stored.ObjectAt(key), Is.EqualTo(new byte[] { 9, 9 }));
    }

    [Test]
    public async Task An_object_that_is_gone_in_between_is_no_failure()
    {
        await using var cloud = await Embedded.StartAsync();
        var key = (await cloud.PutGarbageAsync(1))[0];
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("DeleteObject", hold, times: 1);

        var run = cloud.CollectAsync();
        await hold.Reached;
        await cloud.Stored.DeleteObject(key["images/".Length..]);
        hold.Release();
        var report = await run;

        Assert.That((report.Images, report.Changed, report.Failed, report.Failure), Is.EqualTo((0, 1, 0, (Exception?)null)));
    }

    /// <summary>The item goes first, then the object: between the two it looks like garbage, and is.</summary>
    [Test]
    public async Task An_image_that_is_deleted_in_between_is_deleted_once()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("DeleteObject", hold, times: 1);

        var delete = cloud.Api.Delete(image.Id);
        await hold.Reached;
        var report = await cloud.CollectAsync();
        hold.Release();

        Assert.That((report.Images, report.Failure), Is.EqualTo((1, (Exception?)null)));
        Assert.That(await delete, Is.Status(204));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [Test]
    public async Task A_lost_answer_to_a_delete_is_no_failure()
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.PutGarbageAsync(1);
        cloud.Calls.Inject("DeleteObject", new AwsFault.LoseAnswer(), times: 1);

        var report = await cloud.CollectAsync();

        Assert.That((report.Changed, report.Failed, report.Failure), Is.EqualTo((1, 0, (Exception?)null)));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }
}
