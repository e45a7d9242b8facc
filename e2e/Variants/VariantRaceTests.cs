using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Variants;

/// <summary>Several requests at once that are about one variant.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to wait.")]
public sealed class VariantRaceTests
{
    [Test]
    public async Task Many_requests_that_make_a_variant_at_once_answer_the_same_and_leave_one_object()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png(100, 100));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cloud.Api.Variant(image.Id, "width=32&format=webp")));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        Assert.That(answers.Select(answer => answer.Header("ETag")).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Select(answer => Convert.ToHexString(answer.Bytes)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo([$"images/{image.Id}", $"variants/{image.Id}/32x-contain-webp-80"]));
    }

    [Test]
    public async Task The_second_request_to_make_a_variant_answers_the_object_of_the_first()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("PutObject", hold, times: 1);

        var slow = cloud.Api.Variant(image.Id);
        await hold.Reached;
        var fast = await cloud.Api.Variant(image.Id);
        hold.Release();

        AssertSame(fast, await slow);
    }

    /// <summary>S3 answers 409 where two conditional writes meet: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html</summary>
    [Test]
    public async Task A_conflict_at_S3_is_a_lost_race()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("GetObject", hold, times: 1);
        cloud.Calls.Inject("PutObject", new AwsFault.Error(409, "ConditionalRequestConflict"), call: 2, times: 1);

        var slow = cloud.Api.Variant(image.Id);
        await hold.Reached;
        var fast = await cloud.Api.Variant(image.Id);
        hold.Release();

        AssertSame(fast, await slow);
    }

    [Test]
    public async Task A_variant_that_cannot_be_read_is_not_made_again()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Api.Variant(image.Id);
        cloud.Calls.Inject("GetObject", new AwsFault.Error(403, "AccessDenied"), times: 1);

        var answer = await cloud.Api.Variant(image.Id);

        Assert.That(answer, Is.Problem(500, "internal-error"));
        Assert.That(cloud.Calls.Count("PutObject"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_variant_that_is_removed_by_the_time_that_it_is_read_can_be_asked_for_again()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("PutObject", new AwsFault.Error(412, "PreconditionFailed"), times: 1);

        var removed = await cloud.Api.Variant(image.Id);
        var again = await cloud.Api.Variant(image.Id);

        Assert.That(removed, Is.Problem(503, "service-unavailable"));
        Assert.That((string?)removed.Json["detail"], Is.EqualTo($"The variant of the image {image.Id} was removed while it was read. Send the request again."));
        Assert.That(again, Is.Status(200));
    }

    [Test]
    public async Task An_image_that_is_deleted_before_its_mark_leaves_nothing()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("UpdateItem", hold, times: 1);

        var variant = cloud.Api.Variant(image.Id);
        await hold.Reached;
        var deleted = await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(deleted, Is.Status(204));
        Assert.That(await variant, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [Test]
    public async Task Of_an_image_that_is_deleted_after_its_mark_the_picture_is_answered_and_an_object_without_item_stays()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("PutObject", hold, times: 1);

        var variant = cloud.Api.Variant(image.Id, "width=32");
        await hold.Reached;
        var deleted = await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(deleted, Is.Status(204));
        Assert.That(await variant, Is.Status(200));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo([$"variants/{image.Id}/32x-contain-auto-80"]), "left to the lifecycle rule");
        Assert.That(await cloud.Api.Variant(image.Id, "width=32"), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task An_image_that_is_deleted_before_its_bytes_are_read_answers_404()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("GetObject", hold, times: 1);

        var variant = cloud.Api.Variant(image.Id);
        await hold.Reached;
        await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(await variant, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    private static void AssertSame(Answer first, Answer second)
    {
        Assert.That(new[] { first, second }, Has.All.Matches(Is.Status(200)));
        Assert.That(second.Bytes, Is.Bytes(first.Bytes));
        Assert.That(second.Header("ETag"), Is.EqualTo(first.Header("ETag")));
    }
}
