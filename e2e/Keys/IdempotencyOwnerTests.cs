using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Keys;

/// <summary>An Idempotency-Key belongs to the API key that has used it.</summary>
[NotOnLocalStack("It is deployed without API keys.")]
public sealed class IdempotencyOwnerTests
{
    private readonly string _key = KeyTexts.New();
    private readonly string _other = KeyTexts.New();

    [Test]
    public async Task Two_clients_may_choose_the_same_Idempotency_Key()
    {
        await using var cloud = await StartAsync();
        using var first = cloud.ClientWith(_key);
        using var second = cloud.ClientWith(_other);
        var bytes = SampleImages.Png();

        var ofFirst = await first.Upload(bytes, idempotencyKey: "key-1");
        var ofSecond = await second.Upload(bytes, idempotencyKey: "key-1");
        var again = await first.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(ofFirst, Is.Status(201));
        Assert.That(ofSecond, Is.Status(201));
        Assert.That(ofSecond.Header("Idempotency-Replayed"), Is.Null);
        Assert.That(ofSecond.Image.Id, Is.Not.EqualTo(ofFirst.Image.Id));
        Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
        Assert.That(again.Text, Is.EqualTo(ofFirst.Text));
    }

    [Test]
    public async Task Another_request_of_another_client_is_not_refused()
    {
        await using var cloud = await StartAsync();
        using var first = cloud.ClientWith(_key);
        using var second = cloud.ClientWith(_other);

        var ofFirst = await first.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        var ofSecond = await second.Upload(SampleImages.Png(), idempotencyKey: "key-1");
        var reused = await first.Upload(SampleImages.Png(), idempotencyKey: "key-1");

        Assert.That(ofFirst, Is.Status(201));
        Assert.That(ofSecond, Is.Status(201));
        Assert.That(reused, Is.Problem(422, "idempotency-key-reused"));
    }

    [Test]
    public async Task A_client_keeps_its_keys_when_the_service_is_deployed_again_with_more_API_keys()
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.DeployAgainAsync(new ServiceDeploymentOptions { ApiKeys = [_key] });
        using var client = cloud.ClientWith(_key);
        var bytes = SampleImages.Png();

        var before = await client.Upload(bytes, idempotencyKey: "key-1");
        await cloud.DeployAgainAsync(new ServiceDeploymentOptions { ApiKeys = [_other, _key] });
        var after = await client.Upload(bytes, idempotencyKey: "key-1");

        Assert.That(before, Is.Status(201));
        Assert.That(after.Header("Idempotency-Replayed"), Is.EqualTo("true"));
        Assert.That(after.Text, Is.EqualTo(before.Text));
    }

    private Task<Embedded> StartAsync() => Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ApiKeys = [_key, _other] });
}
