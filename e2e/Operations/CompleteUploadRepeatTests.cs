using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Operations;

/// <summary>An upload that is completed too early, again, by many at once, or after its image was deleted.</summary>
public sealed class CompleteUploadRepeatTests
{
    [Test]
    public async Task Without_the_bytes_an_upload_is_incomplete_until_they_come()
    {
        var bytes = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, bytes);

        var early = await Api.CompleteUpload(upload.Id);
        await PresignedPut.Send(upload, bytes);
        var late = await Api.CompleteUpload(upload.Id);

        Assert.That(early, Is.Problem(409, "upload-incomplete"));
        Assert.That(late, Is.Status(201));
    }

    [Test]
    public async Task An_upload_that_is_completed_twice_is_the_same_image()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var first = await Api.CompleteUpload(upload.Id);
        var second = await Api.CompleteUpload(upload.Id);

        Assert.That(first, Is.Status(201));
        Assert.That(second, Is.Status(200));
        Assert.That(second.Text, Is.EqualTo(first.Text));
        Assert.That(second.Header("ETag"), Is.EqualTo("\"v1\""));
        Assert.That(second.Header("Location"), Is.Null);
    }

    [Test]
    [NotOnLocalStack("Its DynamoDB cannot be told to lose an answer.")]
    public async Task An_upload_that_is_still_written_when_it_is_completed_stays_so()
    {
        await using var cloud = await Embedded.StartAsync();
        var bytes = SampleImages.Png();
        var retry = cloud.Calls.LoseAnswerAndHoldRetry("PutItem");
        var create = cloud.Api.CreateUpload(LargeUpload.Describe(bytes));
        await retry.Reached;
        var id = (await cloud.Stored.AllItemIds()).Single()["upload#".Length..];
        await cloud.Stored.PutObject(id, bytes);

        var completed = await cloud.Api.CompleteUpload(id);
        await cloud.Api.Delete(id);
        retry.Release();
        var created = await create;
        await PresignedPut.Send(created.Upload, bytes);
        var again = await cloud.Api.CompleteUpload(id);

        Assert.That(new[] { completed, created }, Has.All.Matches(Is.Status(201)));
        Assert.That(again, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Of_fifty_at_once_one_makes_the_image_and_all_answer_it()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var upload = await LargeUpload.Put(Api, SampleImages.Png(), owner: owner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.CompleteUpload(upload.Id)));

        Assert.That(answers, Has.Exactly(1).Matches(Is.Status(201)));
        Assert.That(answers, Has.Exactly(49).Matches(Is.Status(200)));
        Assert.That(answers.Select(answer => answer.Text).Distinct(), Has.Exactly(1).Items);
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.EqualTo([upload.Id]));
    }

    [Test]
    public async Task An_image_that_was_deleted_does_not_come_back()
    {
        var bytes = SampleImages.Png();
        var upload = await LargeUpload.Put(Api, bytes);
        await Api.CompleteUpload(upload.Id);
        await Api.Delete(upload.Id);

        var again = await Api.CompleteUpload(upload.Id);
        await PresignedPut.Send(upload, bytes);
        var withBytes = await Api.CompleteUpload(upload.Id);

        Assert.That(again, Is.Problem(404, "image-not-found"));
        Assert.That(withBytes, Is.Problem(404, "image-not-found"));
        Assert.That(await Api.Get(upload.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task A_delete_at_the_same_time_leaves_no_item_without_its_object()
    {
        await using var cloud = await Embedded.StartAsync();
        foreach (var round in Enumerable.Range(0, 15))
        {
            var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());

            var completed = Enumerable.Range(0, 4).Select(_ => cloud.Api.CompleteUpload(upload.Id)).ToList();
            var deleted = Enumerable.Range(0, 4).Select(_ => cloud.Api.Delete(upload.Id)).ToList();
            var answers = await Task.WhenAll(completed);

            Assert.That(answers, Has.Exactly(1).Matches(Is.Status(201)));
            Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(200, 201, 404, 409), $"in round {round}");
            Assert.That(await Task.WhenAll(deleted), Has.All.Matches(Is.Status(204).Or.Matches(Is.Status(404))));
        }

        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task A_completion_that_was_under_way_during_a_deletion_brings_nothing_back()
    {
        await using var cloud = await Embedded.StartAsync();
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("TransactWriteItems", hold, times: 1);

        var slow = cloud.Api.CompleteUpload(upload.Id);
        await hold.Reached;
        var quick = await cloud.Api.CompleteUpload(upload.Id);
        var deleted = await cloud.Api.Delete(upload.Id);
        hold.Release();

        Assert.That(quick, Is.Status(201));
        Assert.That(deleted, Is.Status(204));
        Assert.That(await slow, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }
}
