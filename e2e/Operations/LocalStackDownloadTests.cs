using ImageService.E2E.Clouds;
using ImageService.Local;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>
/// Functions that run on LocalStack, whose gateway would turn the bytes of an image into base64 text unless <c>Accept</c> begins with an image type.
/// </summary>
public sealed class LocalStackDownloadTests
{
    private Embedded _cloud = null!;

    [SetUp]
    public async Task Start() => _cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { OnLocalStack = true });

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [TestCase(null)]
    [TestCase("*/*")]
    [TestCase("text/html,application/xhtml+xml,image/avif,*/*;q=0.8")]
    [TestCase("application/json, image/png")]
    [TestCase("imageX/png")]
    public async Task Bytes_that_would_arrive_as_text_are_redirected_to_S3(string? accept)
    {
        var bytes = SampleImages.Png();
        var image = await _cloud.Api.UploadImage(bytes);
        using var http = new HttpClient();

        var answer = await Download(image.Id, accept);
        var download = await http.GetByteArrayAsync(new Uri(answer.Header("Location")!));

        Assert.That(answer, Is.Status(307));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(answer.Bytes, Is.Empty);
        Assert.That(download, Is.EqualTo(bytes));
    }

    [TestCase("image/*")]
    [TestCase("image/png, */*")]
    [TestCase(" IMAGE/webp;q=0.5")]
    public async Task Bytes_that_arrive_are_answered(string accept)
    {
        var bytes = SampleImages.Png();
        var image = await _cloud.Api.UploadImage(bytes);

        var answer = await Download(image.Id, accept);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Bytes(bytes));
    }

    [Test]
    public async Task What_needs_no_bytes_is_answered_first()
    {
        var image = await _cloud.Api.UploadImage(SampleImages.Png());

        var known = await Download(image.Id, "*/*", ("If-None-Match", $"\"{image.Sha256}\""));
        var outside = await Download(image.Id, "*/*", ("Range", "bytes=99999999-"));
        var head = await _cloud.Api.Send(new RestRequest($"images/{image.Id}?download=true", Method.Head).AddHeader("Accept", "*/*"));

        Assert.That(known, Is.Status(304));
        Assert.That(outside, Is.Problem(416, "range-not-satisfiable"));
        Assert.That(head, Is.Status(200));
    }

    [Test]
    public async Task Elsewhere_every_client_receives_the_bytes()
    {
        await using var cloud = await Embedded.StartAsync();
        var bytes = SampleImages.Png();
        var image = await cloud.Api.UploadImage(bytes);

        var answer = await cloud.Api.Send(new RestRequest($"images/{image.Id}?download=true").AddHeader("Accept", "text/html"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Bytes(bytes));
    }

    private Task<Answer> Download(string id, string? accept, params (string Name, string Value)[] headers)
    {
        var request = new RestRequest($"images/{id}?download=true");
        if (accept is not null)
            request.AddHeader("Accept", accept);
        foreach (var (name, value) in headers)
            request.AddHeader(name, value);
        return _cloud.Api.Send(request);
    }
}
