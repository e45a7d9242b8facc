using System.Text.Json.Nodes;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>Changes at the same moment: each that was answered 200 took effect, whatever else came in between.</summary>
public sealed class ConcurrentUpdateTests
{
    [Test]
    public async Task Of_many_updates_at_once_only_those_answered_200_took_effect()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Api.Update(image.Id, AddAttribute($"a{i}"))));

        var done = answers.Index().Where(answer => answer.Item.Status == 200).Select(answer => $"a{answer.Index}").ToList();
        var after = (await Api.Get(image.Id)).Image;
        Assert.That(answers.Where(answer => answer.Status != 200), Has.All.Matches(Is.Problem(409, "concurrent-update")));
        Assert.That(after.Metadata!.Attributes!.Keys, Is.EquivalentTo(done));
        Assert.That(after.Version, Is.EqualTo(1 + done.Count));
    }

    [TestCase(null, 409, "concurrent-update")]
    [TestCase("\"v1\"", 412, "precondition-failed")]
    [TestCase("*", 412, "precondition-failed")]
    [NotOnLocalStack("Its DynamoDB cannot be told to hold a call.")]
    public async Task A_change_between_reading_and_writing_is_not_lost(string? ifMatch, int status, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("UpdateItem", hold, times: 1);
        var late = cloud.Api.Update(image.Id, """{"owner":"late"}""", ifMatch);
        await hold.Reached;

        var early = await cloud.Api.Update(image.Id, """{"owner":"early"}""");
        hold.Release();

        Assert.That(await late, Is.Problem(status, code));
        Assert.That((await cloud.Api.Get(image.Id)).Text, Is.EqualTo(early.Text));
    }

    [TestCase(null, 409, "concurrent-update")]
    [TestCase("\"v1\"", 412, "precondition-failed")]
    [NotOnLocalStack("Its DynamoDB cannot be told to hold a call.")]
    public async Task Of_equal_changes_in_one_millisecond_one_is_made(string? ifMatch, int status, string code)
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new() { Time = new FakeTimeProvider(DateTimeOffset.UtcNow) });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("UpdateItem", hold, times: 1);
        var late = cloud.Api.Update(image.Id, """{"owner":"whoever comes first"}""", ifMatch);
        await hold.Reached;

        var early = await cloud.Api.Update(image.Id, """{"owner":"whoever comes first"}""", ifMatch);
        hold.Release();

        Assert.That(early, Is.Status(200));
        Assert.That(await late, Is.Problem(status, code));
    }

    [TestCase(null, 1)]
    [TestCase("\"v1\"", 3)]
    [NotOnLocalStack("Its DynamoDB cannot be told to lose an answer.")]
    public async Task A_change_that_was_made_is_a_200_though_others_change_the_image_before_the_SDK_tries_again(string? ifMatch, int others)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var retry = cloud.Calls.LoseAnswerAndHoldRetry("UpdateItem");
        var first = cloud.Api.Update(image.Id, """{"owner":"first"}""", ifMatch);
        await retry.Reached;
        for (var i = 0; i < others; i++)
            await cloud.Api.Update(image.Id, AddAttribute($"a{i}"));

        retry.Release();

        Assert.That(await first, Is.Status(200));
        Assert.That((await first).Image.Version, Is.EqualTo(2));
        var after = (await cloud.Api.Get(image.Id)).Image;
        Assert.That((after.Owner, after.Version), Is.EqualTo(("first", 2 + others)));
    }

    [Test]
    [NotOnLocalStack("Its DynamoDB cannot be told to lose an answer.")]
    public async Task A_change_of_an_image_whose_upload_is_still_tried_again_is_not_lost()
    {
        await using var cloud = await Embedded.StartAsync();
        var retry = cloud.Calls.LoseAnswerAndHoldRetry("TransactWriteItems");
        var upload = cloud.Api.Upload(SampleImages.Png());
        await retry.Reached;
        var id = (await cloud.Stored.ItemIds()).Single();

        var changed = await cloud.Api.Update(id, """{"owner":"me"}""");
        retry.Release();

        Assert.That(await upload, Is.Status(201));
        Assert.That((await upload).Image.Version, Is.EqualTo(1));
        Assert.That((await cloud.Api.Get(id)).Text, Is.EqualTo(changed.Text));
    }

    [Test]
    [NotOnLocalStack("Its DynamoDB cannot be told to lose an answer.")]
    public async Task An_image_that_is_deleted_while_its_upload_is_still_tried_again_stays_deleted()
    {
        await using var cloud = await Embedded.StartAsync();
        var retry = cloud.Calls.LoseAnswerAndHoldRetry("TransactWriteItems");
        var upload = cloud.Api.Upload(SampleImages.Png());
        await retry.Reached;
        var id = (await cloud.Stored.ItemIds()).Single();

        var deleted = await cloud.Api.Delete(id);
        retry.Release();

        Assert.That(deleted, Is.Status(204));
        Assert.That(await upload, Is.Status(201));
        Assert.That(await cloud.Api.Get(id), Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [Test]
    [NotOnLocalStack("Its DynamoDB cannot be told to hold a call.")]
    public async Task An_image_that_is_deleted_between_reading_and_writing_stays_deleted()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("UpdateItem", hold, times: 1);
        var update = cloud.Api.Update(image.Id, """{"owner":"late"}""", "*");
        await hold.Reached;

        await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(await update, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }

    private static string AddAttribute(string name) =>
        new JsonObject { ["metadata"] = new JsonObject { ["attributes"] = new JsonObject { [name] = "x" } } }.ToJsonString();
}
