using ImageService.E2E.Clouds;

namespace ImageService.E2E.Operations;

/// <summary>An Idempotency-Key as clients see it. How attempts take over from each other: <see cref="IdempotencyLeaseTests"/>.</summary>
public sealed class IdempotencyTests
{
    [Test]
    public async Task The_same_request_again_gets_the_same_answer_and_makes_nothing()
    {
        await using var cloud = await Embedded.StartAsync();
        var bytes = SampleImages.Png();

        var first = await cloud.Api.Upload(bytes, "image/png", "a.png", "user-17", "key-1");
        var second = await cloud.Api.Upload(bytes, "image/png", "a.png", "user-17", "key-1");

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.Status(201));
            Assert.That(first.Header("Idempotency-Replayed"), Is.Null);
            Assert.That(second, Is.Status(201));
            Assert.That(second.Header("Idempotency-Replayed"), Is.EqualTo("true"));
            Assert.That(second.Text, Is.EqualTo(first.Text));
            foreach (var header in new[] { "ETag", "Location", "Content-Type" })
                Assert.That(second.Header(header), Is.Not.Null.And.EqualTo(first.Header(header)));
        });
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo([first.Image.Id]));
        Assert.That(await cloud.Stored.ObjectKeys(), Has.Count.EqualTo(1));
        Assert.That(await cloud.Api.ListIds(), Is.EqualTo([first.Image.Id]));
    }

    [Test]
    public async Task An_image_with_a_key_is_an_image_like_any_other()
    {
        var bytes = SampleImages.Png();

        var answer = await Api.Upload(bytes, fileName: "a.png", idempotencyKey: NewKey());

        var id = answer.Image.Id;
        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Header("Location"), Is.EqualTo($"images/{id}"));
        Assert.That((await Api.Get(id)).Text, Is.EqualTo(answer.Text));
        Assert.That((await Api.Download(id)).Bytes, Is.Bytes(bytes));
        Assert.That(await Api.Delete(id), Is.Status(204));
    }

    [Test]
    public async Task Other_keys_and_none_make_other_images()
    {
        var bytes = SampleImages.Png();
        var key = NewKey();

        var answers = new[]
        {
            await Api.Upload(bytes, idempotencyKey: key),
            await Api.Upload(bytes, idempotencyKey: key.ToUpperInvariant()),
            await Api.Upload(bytes, idempotencyKey: $"{key}+"),
            await Api.Upload(bytes),
        };

        Assert.That(answers, Has.All.Matches(Is.Status(201)));
        Assert.That(answers.Select(answer => answer.Image.Id), Is.Unique);
    }

    [Test]
    public async Task The_first_answer_is_replayed_whatever_happens_to_the_image()
    {
        var (bytes, key) = (SampleImages.Png(), NewKey());
        var first = await Api.Upload(bytes, idempotencyKey: key);

        await Api.Update(first.Image.Id, """{"fileName":"renamed.png"}""");
        var changed = await Api.Upload(bytes, idempotencyKey: key);
        await Api.Delete(first.Image.Id);
        var again = await Api.Upload(bytes, idempotencyKey: key);

        Assert.That(changed, Is.Status(201));
        Assert.That(changed.Text, Is.EqualTo(first.Text));
        Assert.That(changed.Header("ETag"), Is.EqualTo("\"v1\""));
        Assert.That(again, Is.Status(201));
        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
        Assert.That(await Api.Get(first.Image.Id), Is.Problem(404, "image-not-found"));
        Assert.That(await Api.Download(first.Image.Id), Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Of_twenty_at_once_one_makes_an_image()
    {
        await using var cloud = await Embedded.StartAsync();
        var bytes = SampleImages.Png();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cloud.Api.Upload(bytes, idempotencyKey: "key-1")));

        var created = answers.Where(answer => answer.Status == 201).ToList();
        Assert.That(created.Where(answer => answer.Header("Idempotency-Replayed") is null).ToList(), Has.Count.EqualTo(1));
        Assert.That(created.Select(answer => answer.Text).Distinct(), Has.Exactly(1).Items);
        Assert.That(answers.Except(created), Has.All.Matches(Is.Problem(409, "idempotency-key-in-use")));
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo([created[0].Image.Id]));
        Assert.That(await cloud.Stored.ObjectKeys(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_request_that_is_refused_claims_nothing()
    {
        await using var cloud = await Embedded.StartAsync();

        var refused = new[]
        {
            await cloud.Api.Upload([], idempotencyKey: "key-1"),
            await cloud.Api.Upload([1, 2, 3], idempotencyKey: "key-1"),
            await cloud.Api.Upload(SampleImages.Png(), fileName: "a/b", idempotencyKey: "key-1"),
        };
        var claimed = await cloud.Stored.AllItemIds();
        var taken = await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1");

        Assert.That(refused.Select(answer => answer.Status), Is.EqualTo([400, 415, 400]));
        Assert.That(claimed, Is.Empty);
        Assert.That(taken, Is.Status(201));
    }

    private static string NewKey() => Guid.NewGuid().ToString();
}
