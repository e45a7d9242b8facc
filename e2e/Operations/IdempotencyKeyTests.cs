using ImageService.E2E.Clouds;

namespace ImageService.E2E.Operations;

/// <summary>What an Idempotency-Key may be.</summary>
public sealed class IdempotencyKeyTests
{
    [TestCase("!")]
    [TestCase("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")]
    [TestCase("~,;=#%20key#\\")]
    public async Task Any_visible_character_may_be_in_a_key(string key)
    {
        await using var cloud = await Embedded.StartAsync();
        var bytes = SampleImages.Png();

        var first = await cloud.Api.Upload(bytes, idempotencyKey: key);
        var second = await cloud.Api.Upload(bytes, idempotencyKey: key);

        Assert.That(first, Is.Status(201));
        Assert.That(second.Text, Is.EqualTo(first.Text));
    }

    [TestCase(128, 201)]
    [TestCase(129, 400)]
    public async Task A_key_has_128_characters_at_most(int length, int status)
    {
        var key = Guid.NewGuid().ToString().PadRight(length, 'k');

        var answer = await Api.Upload(SampleImages.Png(), idempotencyKey: key);

        Assert.That(answer, status == 400 ? Is.Problem(400, "invalid-header") : Is.Status(status));
        if (status == 400)
            Assert.That(answer.ErrorFields, Is.EqualTo(["Idempotency-Key"]));
    }

    [TestCase("with space")]
    [TestCase("with\ttab")]
    [TestCase("")]
    public async Task A_key_of_anything_else_is_refused(string key)
    {
        var answer = await Api.Upload(SampleImages.Png(), idempotencyKey: key);

        Assert.That(answer, Is.Problem(400, "invalid-header"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["Idempotency-Key"]));
        Assert.That(answer.Errors[0].Message, Is.EqualTo("must be 1 to 128 visible ASCII characters"));
    }

    [Test]
    public async Task A_key_is_sent_once()
    {
        var answer = await RawRequest.SendAsync(
            new Uri($"{Api.BaseUrl}/images"), "POST", "Content-Length: 0", "Content-Type: image/png", "Idempotency-Key: key-1", "idempotency-key: key-1");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400").And.Contain("\"invalid-header\"").And.Contain("must be given once"));
    }
}
