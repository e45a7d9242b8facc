using System.Text.Json.Nodes;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Descriptions of large images that are refused.</summary>
public sealed class CreateUploadRefusalTests
{
    [TestCase("fileName")]
    [TestCase("contentType")]
    [TestCase("size")]
    [TestCase("sha256")]
    [TestCase("fileName,contentType,size,sha256")]
    public async Task A_missing_field_is_named(string fields)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        foreach (var field in fields.Split(','))
            description.Remove(field);

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(fields.Split(',')));
    }

    [TestCase("size", "0", "is less than 1")]
    [TestCase("size", "-1", "is less than 1")]
    [TestCase("size", "1.5", "is of the wrong type")]
    [TestCase("size", "\"5\"", "is of the wrong type")]
    [TestCase("size", "9223372036854775808", "is of the wrong type")]
    [TestCase("sha256", "\"\"", "is no SHA-256 in 64 lower-case hexadecimal digits")]
    [TestCase("sha256", "\"9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08\"", "is no SHA-256 in 64 lower-case hexadecimal digits")]
    [TestCase("sha256", "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0\"", "is no SHA-256 in 64 lower-case hexadecimal digits")]
    [TestCase("sha256", "\"gf86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"", "is no SHA-256 in 64 lower-case hexadecimal digits")]
    [TestCase("sha256", "7", "is of the wrong type")]
    [TestCase("fileName", "\"\"", "is empty")]
    [TestCase("fileName", "\"a/b.png\"", "has a / or \\")]
    [TestCase("contentType", "[]", "is of the wrong type")]
    [TestCase("owner", "\"\"", "is empty")]
    [TestCase("metadata", "{\"colour\":\"red\"}", "is unknown")]
    [TestCase("content", "\"QUJD\"", "is unknown")]
    public async Task A_field_that_is_wrong_is_named(string field, string json, string message)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        description[field] = JsonNode.Parse(json);

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Has.Count.EqualTo(1).And.All.StartsWith(field));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Is.EqualTo(message));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var description = new JsonObject
        {
            ["fileName"] = "a/b.png",
            ["contentType"] = "image/heic",
            ["size"] = 0,
            ["sha256"] = "none",
            ["owner"] = "",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray("") },
        };

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["size", "sha256", "fileName", "owner", "metadata.tags[0]"]));
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body)
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

    [TestCase("image/svg+xml")]
    [TestCase("image/heic")]
    [TestCase("image/*")]
    [TestCase("application/octet-stream")]
    [TestCase("no type at all")]
    [TestCase("")]
    public async Task A_type_that_is_not_supported_is_refused(string contentType)
    {
        var answer = await Api.CreateUpload(LargeUpload.Describe(SampleImages.Png(), contentType));

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain("image/jpeg, image/png, image/gif"));
    }

    [Test]
    public async Task A_parameter_is_refused()
    {
        var request = new RestRequest("uploads?owner=user-17", Method.Post).AddBody(LargeUpload.Describe(SampleImages.Png()).ToJsonString(), ContentType.Json);

        var answer = await Api.Send(request);

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["owner"]));
    }
}
