using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>What every answer of a function carries.</summary>
public sealed class CommonHeaderTests
{
    private const string SomeId = "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";

    [TestCase(Method.Get, "images?limit=1", 200)]
    [TestCase(Method.Get, "images?limit=0", 400)]
    [TestCase(Method.Get, $"images/{SomeId}", 404)]
    [TestCase(Method.Delete, $"images/{SomeId}", 404)]
    [TestCase(Method.Post, "images", 400)]
    [TestCase(Method.Post, "uploads", 415)]
    [TestCase(Method.Put, "images", 405)]
    [TestCase(Method.Options, "images", 204)]
    [TestCase(Method.Get, "nothing", 404)]
    public async Task Every_answer_has_a_request_id_and_may_be_read_by_pages(Method method, string path, int status)
    {
        var answer = await Api.Send(new RestRequest(path, method));

        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(status));
            Assert.That(answer.Header("X-Request-Id"), Is.Not.Null.And.Not.Empty);
            Assert.That(answer.Header("x-amzn-RequestId"), Is.Not.Null.And.Not.Empty);
            Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(answer.Header("Vary"), Is.EqualTo(method == Method.Options ? "Access-Control-Request-Headers" : null));
            Assert.That(answer.Header("Access-Control-Expose-Headers"), Is.EqualTo(
                "ETag, Location, Link, Content-Disposition, Content-Range, Accept-Ranges, Allow, Retry-After, X-Request-Id, Idempotency-Replayed"));
        });
    }

    [Test]
    public async Task Each_request_has_an_id_of_its_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Api.Get("not-an-id")));

        Assert.That(answers.Select(answer => answer.Header("X-Request-Id")), Is.Unique);
    }
}
