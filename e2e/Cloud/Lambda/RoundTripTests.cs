using System.Text;
using System.Text.Json.Nodes;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Cloud.Lambda;

/// <summary>Requests through the entry points, each in its event and its answer, to S3 and DynamoDB and back.</summary>
public sealed class RoundTripTests
{
    private DeployedFunctions _functions = null!;

    [SetUp]
    public async Task Deploy() => _functions = await DeployedFunctions.StartAsync();

    [TearDown]
    public async Task Remove() => await _functions.DisposeAsync();

    [Test]
    public async Task An_image_goes_up_comes_down_and_goes()
    {
        var bytes = SampleImages.Jpeg();

        var uploaded = await _functions.Send("POST", "/images", bytes, "image/jpeg", query: ("fileName", "Straße.jpg"));
        var path = $"/images/{uploaded.Image.Id}";
        var described = await _functions.Send("GET", path);
        var downloaded = await _functions.Send("GET", path, query: ("download", "true"));
        var deleted = await _functions.Send("DELETE", path);
        var again = await _functions.Send("DELETE", path);

        Assert.That(uploaded, Is.Status(201));
        Assert.That(uploaded.Header("Location"), Is.EqualTo($"images/{uploaded.Image.Id}"));
        Assert.That(described.Image, Is.EqualTo(uploaded.Image));
        Assert.That(described.Image.FileName, Is.EqualTo("Straße.jpg"));
        Assert.That(downloaded.Bytes, Is.EqualTo(bytes));
        Assert.That(downloaded.Header("Content-Type"), Is.EqualTo("image/jpeg"));
        Assert.That(deleted, Is.Status(204));
        Assert.That(deleted.Bytes, Is.Empty);
        Assert.That(again, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task A_list_shows_what_was_uploaded()
    {
        var first = await _functions.Send("POST", "/images", SampleImages.Png());
        var second = await _functions.Send("POST", "/images", SampleImages.Png());

        var page = await _functions.Send("GET", "/images", query: [("limit", "1"), ("order", "asc")]);

        Assert.That(page.Page.Images.Select(image => image.Id), Is.EqualTo([first.Image.Id]));
        Assert.That(page.Header("Link"), Does.Match("^<\\?limit=1&cursor=[^&]+&order=asc>; rel=\"next\"$"));
        Assert.That(second, Is.Status(201));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task JSON_is_read_from_base64_as_from_text(bool isBase64)
    {
        var json = new JsonObject { ["fileName"] = "Straße.png", ["content"] = Convert.ToBase64String(SampleImages.Png()) }.ToJsonString();
        var proxyEvent = new JsonObject
        {
            ["httpMethod"] = "POST",
            ["path"] = "/images",
            ["headers"] = new JsonObject { ["content-type"] = "application/json" },
            ["body"] = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(json)) : json,
            ["isBase64Encoded"] = isBase64,
        };

        var answer = await _functions.Invoke(Operation.UploadImage, proxyEvent.ToJsonString());

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo("Straße.png"));
    }

    [Test]
    public async Task A_body_that_is_no_base64_is_a_400()
    {
        var answer = await _functions.Invoke(
            Operation.UploadImage, """{ "httpMethod": "POST", "path": "/images", "body": "no base64!", "isBase64Encoded": true }""");

        Assert.That(answer, Is.Problem(400, "invalid-base64"));
    }

    [Test]
    public async Task The_example_event_is_answered()
    {
        var answer = await _functions.Invoke(Operation.ListImages, Repository.Read("handlers/lambda/example-event.json"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Page.Images, Is.Empty);
        Assert.That(answer.Header("X-Request-Id"), Is.EqualTo("c6af9ac6-7b61-11e6-9a41-93e8deadbeef"));
    }

    [Test]
    public async Task What_is_no_operation_is_the_fallbacks()
    {
        var preflight = await _functions.Send("OPTIONS", "/images");
        var method = await _functions.Send("PUT", "/images");
        var path = await _functions.Send("GET", "/nothing");

        Assert.That(preflight, Is.Status(204));
        Assert.That(preflight.Header("Access-Control-Allow-Methods"), Is.EqualTo("GET, HEAD, OPTIONS, POST"));
        Assert.That(method, Is.Problem(405, "method-not-allowed"));
        Assert.That(path, Is.Problem(404, "path-not-found"));
    }

    [Test]
    public async Task HEAD_has_the_headers_and_no_body()
    {
        var uploaded = await _functions.Send("POST", "/images", SampleImages.Gif());

        var answer = await _functions.Send("HEAD", $"/images/{uploaded.Image.Id}", query: ("download", "true"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("image/gif"));
        Assert.That(answer.Bytes, Is.Empty);
    }
}
