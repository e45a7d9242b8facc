using System.Text;
using System.Text.Json.Nodes;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Lambda;

/// <summary>Events that the embedded gateway does not make. All other requests of the suite go through the entry points too, where the program in stack/ deploys them.</summary>
public sealed class RoundTripTests
{
    private DeployedFunctions _functions = null!;

    [SetUp]
    public async Task Deploy() => _functions = await DeployedFunctions.StartAsync();

    [TearDown]
    public async Task Remove() => await _functions.DisposeAsync();

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
    public async Task A_body_that_is_not_base64_is_a_400()
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
}
