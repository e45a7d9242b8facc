using ImageService.E2E.Clouds;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>For how long the answer to an Idempotency-Key is replayed.</summary>
[NotOnLocalStack("It has no clock that a test can move.")]
public sealed class IdempotencyExpiryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task Keys_and_uploads_are_removed_after_a_day_and_images_are_not()
    {
        await using var cloud = await Embedded.StartAsync();
        var now = DateTimeOffset.UtcNow;
        await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        var upload = await LargeUpload.Create(cloud.Api, SampleImages.Png());

        var expirations = await cloud.Stored.Expirations();

        Assert.That(expirations.Keys.Select(id => id.Split('#')[0]), Is.EquivalentTo(["key", "upload"]));
        Assert.That(expirations.Keys, Does.Contain($"upload#{upload.Id}"));
        Assert.That(expirations.Values, Has.All.EqualTo(now.AddDays(1)).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task After_a_day_a_key_is_forgotten_whether_its_item_is_gone_or_not()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
        var bytes = SampleImages.Png();

        var first = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(Day - TimeSpan.FromSeconds(1));
        var inTime = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(TimeSpan.FromSeconds(1));
        var late = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        var again = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(inTime.Text, Is.EqualTo(first.Text));
        Assert.That(late, Is.Status(201));
        Assert.That(late.Header("Idempotency-Replayed"), Is.Null);
        Assert.That(late.Image.Id, Is.Not.EqualTo(first.Image.Id));
        Assert.That(again.Text, Is.EqualTo(late.Text));
        Assert.That(await cloud.Stored.ItemIds(), Is.EquivalentTo([first.Image.Id, late.Image.Id]));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task After_a_day_another_request_may_have_the_key()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });

        var first = await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        time.Advance(Day);
        var other = await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");

        Assert.That(first, Is.Status(201));
        Assert.That(other, Is.Status(201));
    }

    [Test]
    public async Task Of_twenty_at_once_after_a_day_one_makes_an_image()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
        var bytes = SampleImages.Png();
        await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(Day);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cloud.Api.Upload(bytes, idempotencyKey: "key-1")));

        Assert.That(answers.Where(answer => answer is { Status: 201 } && answer.Header("Idempotency-Replayed") is null).ToList(), Has.Count.EqualTo(1));
        Assert.That(answers, Has.All.Matches(Is.Status(201).Or.Matches(Is.Problem(409, "idempotency-key-in-use"))));
        Assert.That(await cloud.Stored.ItemIds(), Has.Count.EqualTo(2));
    }
}
