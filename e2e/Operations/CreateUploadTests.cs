using System.Globalization;
using System.Text.Json.Nodes;
using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class CreateUploadTests
{
    private const long LargestPut = 5L * 1024 * 1024 * 1024;

    [Test]
    public async Task A_new_upload_is_a_request_to_S3_that_is_good_for_a_quarter_of_an_hour()
    {
        var image = SampleImages.Png();
        var description = LargeUpload.Describe(image);
        var before = DateTimeOffset.UtcNow;

        var answer = await Api.CreateUpload(description);

        var upload = answer.Upload.Upload;
        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.Status(201));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(answer.Json.Select(member => member.Key), Is.EqualTo(["id", "upload"]));
            Assert.That(answer.Json["upload"]!.AsObject().Select(member => member.Key), Is.EqualTo(["method", "url", "headers", "expiresAt"]));
            Assert.That(Guid.Parse(answer.Upload.Id).Version, Is.EqualTo(7));
            Assert.That(upload.Method, Is.EqualTo("PUT"));
            Assert.That(upload.Headers, Is.EquivalentTo(new Dictionary<string, string>
            {
                ["Content-Type"] = "image/png",
                ["Content-Length"] = image.Length.ToString(CultureInfo.InvariantCulture),
                ["x-amz-checksum-sha256"] = Convert.ToBase64String(Convert.FromHexString((string)description["sha256"]!)),
                ["If-None-Match"] = "*",
            }));
            Assert.That((string)answer.Json["upload"]!["expiresAt"]!, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$"));
            Assert.That(upload.ExpiresAt, Is.InRange(before.AddMinutes(15).AddSeconds(-10), DateTimeOffset.UtcNow.AddMinutes(15)));
            Assert.That(PresignedPut.Seconds(upload.Url), Is.InRange(890, 900));
        });
    }

    [Test]
    public async Task An_upload_is_no_image()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var upload = await LargeUpload.Put(Api, SampleImages.Png(), owner: owner);
        var image = await Api.UploadImage(SampleImages.Png(), owner: owner);

        var described = await Api.Get(upload.Id);
        var downloaded = await Api.Download(upload.Id);
        var deleted = await Api.Delete(upload.Id);

        Assert.That(new[] { described, downloaded, deleted }, Has.All.Matches(Is.Problem(404, "image-not-found")));
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.EqualTo([image.Id]));
        Assert.That(await Api.ListIds(("createdAfter", image.CreatedAt), ("owner", owner)), Is.EqualTo([image.Id]));
    }

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

    [TestCase("image/jpg", "image/jpeg")]
    [TestCase("IMAGE/PNG", "image/png")]
    [TestCase("image/x-ms-bmp", "image/bmp")]
    [TestCase("image/tiff; application=geotiff", "image/tiff")]
    public async Task Whatever_a_type_is_called_S3_gets_its_own_name(string contentType, string name)
    {
        var upload = await LargeUpload.Create(Api, SampleImages.Png(), contentType);

        Assert.That(upload.Upload.Headers["Content-Type"], Is.EqualTo(name));
    }

    [TestCase(LargestPut, 201)]
    [TestCase(LargestPut + 1, 413)]
    [TestCase(long.MaxValue, 413)]
    public async Task S3_takes_5_GiB_in_one_piece(long size, int status)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        description["size"] = size;

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, status == 413 ? Is.Problem(413, "image-too-large") : Is.Status(status));
        Assert.That(answer.Text, Does.Contain(status == 413 ? "5 GiB" : "https://").Or.Contain("http://"));
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
