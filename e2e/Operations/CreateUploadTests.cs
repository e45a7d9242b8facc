using System.Globalization;
using System.Security.Cryptography;
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
            // The SDK signs by the clock of S3, as it estimates it: it may be off by some seconds where answers take long.
            Assert.That(upload.ExpiresAt, Is.InRange(before.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15)));
            Assert.That(PresignedPut.Seconds(upload.Url), Is.InRange(840, 900));
        });
    }

    [Test]
    public async Task An_upload_is_not_an_image()
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

    [TestCase("image/jpg", "image/jpeg")]
    [TestCase("IMAGE/PNG", "image/png")]
    [TestCase("image/x-ms-bmp", "image/bmp")]
    [TestCase("image/tiff; application=geotiff", "image/tiff")]
    public async Task Whatever_a_type_is_called_S3_gets_its_own_name(string contentType, string name)
    {
        var upload = await LargeUpload.Create(Api, SampleImages.Png(), contentType);

        Assert.That(upload.Upload.Headers["Content-Type"], Is.EqualTo(name));
    }

    [TestCase("image/svg+xml")]
    [TestCase("image/heic")]
    [TestCase("image/*")]
    [TestCase("no type at all")]
    [TestCase("bad\r\nheader: 1")]
    [TestCase("")]
    [TestCase(null)]
    public async Task An_unsupported_type_is_sent_to_S3_as_octet_stream(string? contentType)
    {
        var image = SampleImages.Png();
        var description = LargeUpload.Describe(image);
        description["contentType"] = contentType;

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Upload.Upload.Headers["Content-Type"], Is.EqualTo("application/octet-stream"));
        Assert.That(await PresignedPut.Send(answer.Upload, image), Is.Status(200));
    }

    [Test]
    public async Task One_byte_is_enough_for_S3()
    {
        var answer = await Api.CreateUpload(LargeUpload.Describe([1]));

        Assert.That(answer, Is.Status(201));
        Assert.That(await PresignedPut.Send(answer.Upload, [1]), Is.Status(200));
    }

    [Test]
    public async Task The_type_may_be_left_out_and_the_digest_be_in_capitals()
    {
        var image = SampleImages.Png();
        var description = LargeUpload.Describe(image);
        description.Remove("contentType");
        description["sha256"] = ((string)description["sha256"]!).ToUpperInvariant();

        var upload = (await Api.CreateUpload(description)).Upload;
        await PresignedPut.Send(upload, image);
        var completed = await Api.CompleteUpload(upload.Id);

        Assert.That(completed, Is.Status(201));
        Assert.That(completed.Image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(image))));
    }

    [Test]
    public async Task Parameters_are_ignored()
    {
        var request = new RestRequest("uploads?owner=user-17", Method.Post).AddBody(LargeUpload.Describe(SampleImages.Png()).ToJsonString(), ContentType.Json);

        var answer = await Api.Send(request);

        Assert.That(answer, Is.Status(201));
    }

    [Test]
    public async Task An_upload_may_have_5_GiB()
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        description["size"] = LargestPut;

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Upload.Upload.Headers["Content-Length"], Is.EqualTo("5368709120"));
    }

    [TestCase(LargestPut + 1)]
    [TestCase(long.MaxValue)]
    public async Task More_than_S3_takes_in_one_piece_is_too_large(long size)
    {
        var description = LargeUpload.Describe(SampleImages.Png());
        description["size"] = size;

        var answer = await Api.CreateUpload(description);

        Assert.That(answer, Is.Problem(413, "image-too-large"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain("5 GiB"));
    }
}
