using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>HEAD is GET without the body.</summary>
public sealed class HeadTests
{
    private static readonly string[] Compared =
        ["Content-Type", "ETag", "Content-Disposition", "Accept-Ranges", "X-Content-Type-Options", "Content-Security-Policy",
        "Cross-Origin-Resource-Policy", "Cache-Control", "Link", "Access-Control-Allow-Origin"];

    [TestCase("")]
    [TestCase("?download=true")]
    [TestCase("?download=false")]
    public async Task An_image_has_the_headers_of_GET(string query)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var head = await Api.Send(new RestRequest($"images/{image.Id}{query}", Method.Head));
        var get = await Api.Send(new RestRequest($"images/{image.Id}{query}"));

        Assert.That(head, Is.Status(200));
        Assert.That(head.Bytes, Is.Empty);
        Assert.That(Compared.Select(head.Header), Is.EqualTo(Compared.Select(get.Header)));
    }

    [Test]
    public async Task A_listing_has_the_headers_of_GET()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        await Api.UploadImage(SampleImages.Png(), owner: owner);
        await Api.UploadImage(SampleImages.Png(), owner: owner);

        var head = await Api.Send(new RestRequest($"images?owner={owner}&limit=1", Method.Head));

        Assert.That(head, Is.Status(200));
        Assert.That(head.Bytes, Is.Empty);
        Assert.That(head.Header("Link"), Does.Contain("rel=\"next\""));
    }

    [TestCase("images/not-an-id", 400)]
    [TestCase("images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44", 404)]
    [TestCase("images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44?download=true", 404)]
    [TestCase("images?limit=0", 400)]
    [TestCase("nothing", 404)]
    public async Task A_failure_has_its_status_and_no_body(string path, int status)
    {
        var head = await Api.Send(new RestRequest(path, Method.Head));

        Assert.That(head, Is.Status(status));
        Assert.That(head.Bytes, Is.Empty);
        Assert.That(head.Header("Content-Type"), Is.EqualTo("application/problem+json"));
    }
}
