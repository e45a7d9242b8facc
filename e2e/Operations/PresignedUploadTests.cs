using System.Globalization;
using System.Security.Cryptography;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>What S3 takes at the URL of an upload: the declared bytes, once, in time.</summary>
public sealed class PresignedUploadTests
{
    [TestCase("Content-Type")]
    [TestCase("x-amz-checksum-sha256")]
    [TestCase("If-None-Match")]
    public async Task A_header_that_is_missing_is_refused(string header)
    {
        var image = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, image);

        var answer = await PresignedPut.Send(upload, image, request => Remove(request, header));

        Assert.That(answer, Is.Status(403));
        Assert.That(await Api.CompleteUpload(upload.Id), Is.Problem(409, "upload-incomplete"));
    }

    [TestCase("Content-Type", "image/gif")]
    [TestCase("Content-Type", "text/html")]
    [TestCase("x-amz-checksum-sha256", "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=")]
    [TestCase("If-None-Match", "\"other\"")]
    public async Task A_header_that_is_changed_is_refused(string header, string value)
    {
        var image = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, image);

        var answer = await PresignedPut.Send(upload, image, request =>
        {
            Remove(request, header);
            if (!request.Headers.TryAddWithoutValidation(header, value))
                request.Content!.Headers.TryAddWithoutValidation(header, value);
        });

        Assert.That(answer, Is.Status(403));
        Assert.That(answer.Text, Does.Contain("SignatureDoesNotMatch"));
        Assert.That(await Api.CompleteUpload(upload.Id), Is.Problem(409, "upload-incomplete"));
    }

    [TestCase(-1)]
    [TestCase(1)]
    public async Task Another_length_is_refused(int difference)
    {
        var image = SampleImages.OfSize(1000);
        var upload = await LargeUpload.Create(Api, image);

        var answer = await PresignedPut.Send(upload, SampleImages.OfSize(1000 + difference));

        Assert.That(answer, Is.Status(403));
        Assert.That(await Api.CompleteUpload(upload.Id), Is.Problem(409, "upload-incomplete"));
    }

    [Test]
    public async Task Other_bytes_of_the_same_length_are_refused()
    {
        var upload = await LargeUpload.Create(Api, SampleImages.OfSize(1000));

        var answer = await PresignedPut.Send(upload, SampleImages.OfSize(1000));

        Assert.That(answer, Is.Status(400));
        Assert.That(await Api.CompleteUpload(upload.Id), Is.Problem(409, "upload-incomplete"));
    }

    [Test]
    public async Task The_URL_is_that_of_one_object_and_one_method()
    {
        var image = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, image);
        var other = await LargeUpload.Create(Api, image);

        var elsewhere = await PresignedPut.Send(upload, image, request =>
            request.RequestUri = new Uri(upload.Upload.Url.Replace(upload.Id, other.Id, StringComparison.Ordinal)));
        var deleted = await PresignedPut.Send(upload, image, request => request.Method = HttpMethod.Delete);

        Assert.That(elsewhere, Is.Status(403));
        Assert.That(deleted, Is.Status(403));
    }

    [Test]
    public async Task Nothing_is_ever_put_over_an_object()
    {
        var image = SampleImages.Png();
        var upload = await LargeUpload.Put(Api, image);

        var before = await PresignedPut.Send(upload, image);
        var completed = await Api.CompleteUpload(upload.Id);
        var after = await PresignedPut.Send(upload, image);

        Assert.That(before, Is.Status(412));
        Assert.That(completed, Is.Status(201));
        Assert.That(after, Is.Status(412));
        Assert.That((await Api.Download(upload.Id)).Bytes, Is.Bytes(image));
    }

    [Test]
    public async Task Of_twenty_at_once_one_is_taken()
    {
        var image = SampleImages.Png();
        var upload = await LargeUpload.Create(Api, image);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PresignedPut.Send(upload, image)));

        Assert.That(answers, Has.Exactly(1).Matches(Is.Status(200)));
        Assert.That(answers, Has.Exactly(19).Matches(Is.Status(412).Or.Matches(Is.Status(409))));
    }

    [Test]
    public async Task A_URL_that_has_expired_is_refused()
    {
        // Once the URLs have expired the clock is less than 15 minutes off: then the functions may still call S3 and DynamoDB.
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(-1));
        await using var cloud = await Embedded.StartAsync(new EmbeddedCloudOptions { Time = time }, new ServiceDeploymentOptions { Time = time });
        var image = SampleImages.Png();
        var early = await LargeUpload.Create(cloud.Api, image);
        var late = await LargeUpload.Create(cloud.Api, image);

        time.Advance(early.Upload.ExpiresAt - time.GetUtcNow() - TimeSpan.FromSeconds(1));
        var inTime = await PresignedPut.Send(early, image);
        time.Advance(late.Upload.ExpiresAt - time.GetUtcNow() + TimeSpan.FromSeconds(1));
        var tooLate = await PresignedPut.Send(late, image);
        var completed = await Task.WhenAll(cloud.Api.CompleteUpload(early.Id), cloud.Api.CompleteUpload(late.Id));

        Assert.That(inTime, Is.Status(200));
        Assert.That(tooLate, Is.Status(403));
        Assert.That(tooLate.Text, Does.Contain("Request has expired"));
        Assert.That(completed[0], Is.Status(201));
        Assert.That(completed[1], Is.Problem(409, "upload-incomplete"));
    }

    [Test]
    public async Task S3_keeps_the_type_and_the_checksum_of_the_bytes()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = SampleImages.Gif();

        var upload = await LargeUpload.Put(cloud.Api, image, "image/gif");

        var stored = await cloud.Stored.Describe(upload.Id);
        Assert.That(stored.ContentType, Is.EqualTo("image/gif"));
        Assert.That(stored.ChecksumSHA256, Is.EqualTo(Convert.ToBase64String(SHA256.HashData(image))));
        Assert.That(stored.ContentLength.ToString(CultureInfo.InvariantCulture), Is.EqualTo(upload.Upload.Headers["Content-Length"]));
    }

    private static void Remove(HttpRequestMessage request, string header)
    {
        if (header == "Content-Type")
            request.Content!.Headers.Remove(header);
        else
            request.Headers.Remove(header);
    }
}
