using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>If-None-Match (RFC 9110, section 13.1.2): a client that has it already gets 304.</summary>
public sealed class ConditionalGetTests
{
    [Test]
    public async Task A_client_that_has_the_current_state_gets_no_body(
        [Values("", "?download=true")] string query,
        [Values(Method.Get, Method.Head)] Method method,
        [Values("{0}", "W/{0}", "\"other\", {0}", "*")] string tags)
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var tag = query.Length == 0 ? "\"v1\"" : $"\"{image.Sha256}\"";

        var answer = await Get(image.Id, query, tags.Replace("{0}", tag, StringComparison.Ordinal), method);

        Assert.That(answer, Is.Status(304));
        Assert.That(answer.Bytes, Is.Empty);
        Assert.That(answer.Header("ETag"), Is.EqualTo(tag));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo(query.Length == 0 ? null : "private, no-cache"), "as in the whole answer");
        Assert.That(answer.Header("X-Request-Id"), Is.Not.Empty);
    }

    [Test]
    public async Task Another_ETag_gets_the_whole_answer(
        [Values("", "?download=true")] string query, [Values("\"v2\"", "v1", "\"", "nonsense", "v1*", "nonsense, *", "*, \"v2\"")] string tags)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Get(image.Id, query, tags);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Not.Empty);
    }

    [Test]
    public async Task A_changed_image_is_new_but_its_bytes_are_not()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        await Api.Update(image.Id, """{"owner":"me"}""");

        var metadata = await Get(image.Id, "", "\"v1\"");
        var bytes = await Get(image.Id, "?download=true", $"\"{image.Sha256}\"");

        Assert.That(metadata, Is.Status(200));
        Assert.That(bytes, Is.Status(304));
    }

    [Test]
    public async Task An_image_that_is_not_there_is_not_found_whatever_a_client_has([Values("", "?download=true", "?download=url")] string query)
    {
        var answer = await Get(Guid.CreateVersion7().ToString(), query, "*");

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    private static Task<Answer> Get(string id, string query, string tags, Method method = Method.Get) =>
        Api.Send(new RestRequest($"images/{id}{query}", method).AddHeader("Accept", "image/*").AddHeader("If-None-Match", tags));
}
