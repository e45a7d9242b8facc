using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>How long an attempt has an Idempotency-Key.</summary>
[NotOnLocalStack("Attempts can be held up, and time moved, on the embedded cloud only.")]
public sealed class IdempotencyLeaseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly AwsFault Failure = new AwsFault.Error(500, "InternalError");

    [Test]
    public async Task While_an_attempt_is_under_way_others_are_told_when_to_come_back()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await StartAsync(time);
        var (bytes, hold) = (SampleImages.Png(), new AwsFault.Hold());
        cloud.Calls.Inject("PutObject", hold, times: 1);

        var first = cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        await hold.Reached;
        var second = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        var other = await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        time.Advance(TimeSpan.FromMilliseconds(1500));
        var third = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        hold.Release();
        var answer = await first;
        var replayed = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(second, Is.Problem(409, "idempotency-key-in-use"));
        Assert.That(second.Header("Retry-After"), Is.EqualTo("30"));
        Assert.That((string?)second.Json["detail"], Does.EndWith("Send it again after 30 seconds."));
        Assert.That(third, Is.Problem(409, "idempotency-key-in-use"));
        Assert.That(third.Header("Retry-After"), Is.EqualTo("29"));
        Assert.That(other, Is.Problem(422, "idempotency-key-reused"));
        Assert.That(answer, Is.Status(201));
        Assert.That(replayed.Text, Is.EqualTo(answer.Text));
    }

    [TestCase("PutObject", 0)]
    [TestCase("TransactWriteItems", 1)]
    public async Task After_a_failure_a_retry_takes_over_with_the_same_id_once_the_lease_is_over(string failing, int objects)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await StartAsync(time);
        var bytes = SampleImages.Png();
        cloud.Calls.Inject(failing, Failure, times: 3);

        var failed = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        var keys = await cloud.Stored.ObjectKeys();
        time.Advance(Lease - TimeSpan.FromMilliseconds(1));
        var early = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(TimeSpan.FromMilliseconds(1));
        var late = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(failed, Is.Problem(503, "service-unavailable"));
        Assert.That(keys, Has.Count.EqualTo(objects));
        Assert.That(early, Is.Problem(409, "idempotency-key-in-use"));
        Assert.That(early.Header("Retry-After"), Is.EqualTo("1"));
        Assert.That(late, Is.Status(201));
        Assert.That(late.Header("Idempotency-Replayed"), Is.Null);
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo([$"images/{late.Image.Id}"]).And.SupersetOf(keys));
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo([late.Image.Id]));
    }

    [Test]
    public async Task The_time_of_an_image_is_that_of_the_attempt_that_chose_its_id()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
        await using var cloud = await StartAsync(time);
        var (bytes, started) = (SampleImages.Png(), time.GetUtcNow());
        cloud.Calls.Inject("PutObject", Failure, times: 3);

        await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(Lease);
        var answer = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That((DateTimeOffset)answer.Json["createdAt"]!, Is.EqualTo(started));
        Assert.That((DateTimeOffset)answer.Json["updatedAt"]!, Is.EqualTo(started));
    }

    [TestCase(0, true, 1)]
    [TestCase(1, false, 2)]
    public async Task A_retry_takes_over_with_the_same_id_while_that_is_younger_than_twelve_hours(int milliseconds, bool same, int updates)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await StartAsync(time);
        var bytes = SampleImages.Png();
        cloud.Calls.Inject("TransactWriteItems", Failure, times: 3);

        await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        var abandoned = (await cloud.Stored.ObjectKeys()).Single();
        time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMilliseconds(milliseconds));
        var before = cloud.Calls.Count("UpdateItem");
        var late = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        var made = cloud.Calls.Count("UpdateItem") - before;
        var replayed = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(late, Is.Status(201));
        Assert.That($"images/{late.Image.Id}" == abandoned, Is.EqualTo(same));
        Assert.That(made, Is.EqualTo(updates));
        Assert.That(replayed.Text, Is.EqualTo(late.Text));
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo([late.Image.Id]));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo(new[] { abandoned, $"images/{late.Image.Id}" }.Distinct()));
    }

    [Test]
    public async Task Of_twenty_that_take_over_at_once_with_a_new_id_one_makes_an_image()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await StartAsync(time);
        var bytes = SampleImages.Png();
        cloud.Calls.Inject("PutObject", Failure, times: 3);
        await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(TimeSpan.FromHours(13));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cloud.Api.Upload(bytes, idempotencyKey: "key-1")));

        Assert.That(answers.Where(answer => answer is { Status: 201 } && answer.Header("Idempotency-Replayed") is null).ToList(), Has.Count.EqualTo(1));
        Assert.That(answers, Has.All.Matches(Is.Status(201).Or.Matches(Is.Problem(409, "idempotency-key-in-use"))));
        Assert.That(await cloud.Stored.ItemIds(), Has.Count.EqualTo(1));
    }

    [TestCase(30)]
    [TestCase(13 * 60 * 60, Description = "The id of the first attempt is too old to be used again.")]
    public async Task Another_request_does_not_take_over(int seconds)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await StartAsync(time);
        var bytes = SampleImages.Png();
        cloud.Calls.Inject("PutObject", Failure, times: 3);

        await cloud.Api.Upload(bytes, idempotencyKey: "key-1");
        time.Advance(TimeSpan.FromSeconds(seconds));
        var other = await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        var same = await cloud.Api.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(other, Is.Problem(422, "idempotency-key-reused"));
        Assert.That(same, Is.Status(201));
    }

    private static Task<Embedded> StartAsync(FakeTimeProvider time) => Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
}
