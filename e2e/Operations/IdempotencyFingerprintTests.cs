using System.Text.Json.Nodes;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Whether two requests with one Idempotency-Key are the same: by all that they say.</summary>
public sealed class IdempotencyFingerprintTests
{
    [TestCase("bytes")]
    [TestCase("contentType")]
    [TestCase("fileName")]
    [TestCase("owner")]
    [TestCase("no owner")]
    public async Task Another_request_with_the_key_is_refused(string changed)
    {
        var (bytes, key) = (SampleImages.Png(), NewKey());
        var first = await Api.Upload(bytes, "image/png", "a.png", "user-17", key);

        var answer = changed switch
        {
            "bytes" => await Api.Upload(SampleImages.Png(), "image/png", "a.png", "user-17", key),
            "contentType" => await Api.Upload(bytes, "application/octet-stream", "a.png", "user-17", key),
            "fileName" => await Api.Upload(bytes, "image/png", "b.png", "user-17", key),
            "owner" => await Api.Upload(bytes, "image/png", "a.png", "user-18", key),
            _ => await Api.Upload(bytes, "image/png", "a.png", null, key),
        };

        Assert.That(first, Is.Status(201));
        Assert.That(answer, Is.Problem(422, "idempotency-key-reused"));
        Assert.That(answer.Header("Idempotency-Replayed"), Is.Null);
    }

    [Test]
    public async Task Fields_do_not_run_into_each_other()
    {
        var (bytes, key) = (SampleImages.Png(), NewKey());

        var first = await Api.Upload(bytes, "image/png", "ab", "c", key);
        var second = await Api.Upload(bytes, "image/png", "a", "bc", key);

        Assert.That(first, Is.Status(201));
        Assert.That(second, Is.Problem(422, "idempotency-key-reused"));
    }

    [TestCase("""{"title":"b"}""", 422)]
    [TestCase("""{"title":"a","attributes":{"x":"1","y":"2"}}""", 422)]
    [TestCase("""{"title":"a","attributes":{"x":"1","y":"3"},"tags":[]}""", 422)]
    [TestCase("""{"attributes":{"y":"3","x":"1"},"title":"a"}""", 201, Description = "The members of an object have no order.")]
    public async Task Metadata_is_part_of_the_request(string metadata, int status)
    {
        var (image, key) = (SampleImages.Png(), NewKey());
        var first = await UploadJson(image, """{"title":"a","attributes":{"x":"1","y":"3"}}""", key);

        var second = await UploadJson(image, metadata, key);

        Assert.That(first, Is.Status(201));
        Assert.That(second, status == 422 ? Is.Problem(422, "idempotency-key-reused") : Is.Status(status));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static Task<Answer> UploadJson(byte[] image, string metadata, string key)
    {
        var body = new JsonObject { ["fileName"] = "a.png", ["content"] = Convert.ToBase64String(image), ["metadata"] = JsonNode.Parse(metadata) };
        return Api.Send(new RestRequest("images", Method.Post).AddBody(body.ToJsonString(), ContentType.Json).AddHeader("Idempotency-Key", key));
    }
}
