using System.Text.Json.Nodes;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Descriptions of large images that are refused.</summary>
public sealed class CreateUploadRefusalTests
{
    [TestCase("fileName")]
    [TestCase("size")]
    [TestCase("sha256")]
    [TestCase("fileName,size,sha256")]
    public async Task A_missing_field_is_named(string fields)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        foreach (var field in fields.Split(','))
            description.Remove(field);

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(fields.Split(',')));
    }

    [TestCase("size", "0", "must be 1 or more")]
    [TestCase("size", "-1", "must be 1 or more")]
    [TestCase("size", "1.5", "must be a whole number")]
    [TestCase("size", "\"5\"", "must be a whole number")]
    [TestCase("size", "9223372036854775808", "must be a whole number")]
    [TestCase("sha256", "\"\"", "must be a SHA-256 in 64 hexadecimal digits")]
    [TestCase("sha256", "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0\"", "must be a SHA-256 in 64 hexadecimal digits")]
    [TestCase("sha256", "\"gf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"", "must be a SHA-256 in 64 hexadecimal digits")]
    [TestCase("sha256", "7", "must be a string")]
    [TestCase("fileName", "\"\"", "is empty")]
    [TestCase("fileName", "\"a/b.png\"", "has a / or \\")]
    [TestCase("contentType", "[]", "must be a string")]
    [TestCase("owner", "\"\"", "is empty")]
    [TestCase("metadata", "{\"color\":\"red\"}", "is unknown")]
    [TestCase("content", "\"QUJD\"", "is unknown")]
    public async Task A_field_that_is_wrong_is_named(string field, string json, string message)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        description[field] = JsonNode.Parse(json);

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Has.Count.EqualTo(1).And.All.StartsWith(field));
        Assert.That(answer.Errors[0].Message, Is.EqualTo(message));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var description = new JsonObject
        {
            ["fileName"] = "a/b.png",
            ["color"] = "red",
            ["contentType"] = 7,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray("", 5), ["title"] = true },
            ["sha256"] = "none",
            ["owner"] = "",
            ["size"] = 0,
        };

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName", "contentType", "size", "sha256", "owner", "metadata.tags[1]", "metadata.title", "metadata.tags[0]", "color"]));
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body)
    {
        var answer = await Api.Send(new RestRequest("uploads", Method.Post).AddBody(body, ContentType.Json));

        Assert.That(answer, Is.Problem(400, "invalid-json"));
    }

    [TestCase("image/png")]
    [TestCase("text/plain")]
    [TestCase("application/merge-patch+json")]
    public async Task Any_other_content_type_is_refused(string contentType)
    {
        var answer = await Api.Send(new RestRequest("uploads", Method.Post).AddBody("{}", (ContentType)contentType));

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [Test]
    public async Task A_request_without_a_body_is_refused()
    {
        var answer = await Api.Send(new RestRequest("uploads", Method.Post));

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }
}
