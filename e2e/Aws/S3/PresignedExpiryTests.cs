using Amazon.S3;
using ImageService.Local;

namespace ImageService.E2E.Aws.S3;

public sealed class PresignedExpiryTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Test]
    public async Task A_url_is_refused_once_it_is_late()
    {
        var time = new ManualTime();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        using var s3 = Client(cloud);
        var bucket = await TestBucket.CreateAsync(s3);
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", s3: s3);

        // The SDK rounds the time that is left up to whole seconds.
        time.Advance(TimeSpan.FromSeconds(58));
        var inTime = await Wire.PutAsync(url, Hello);
        time.Advance(TimeSpan.FromSeconds(4));
        var late = await Wire.PutAsync(url, Hello);

        Assert.That(inTime.Status, Is.EqualTo(200));
        Assert.That(late, Is.Refused(403, "AccessDenied"));
        Assert.That(late.Element("Message"), Is.EqualTo("Request has expired"));
    }

    [Test]
    public async Task A_url_from_the_future_is_refused()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = new ManualTime(DateTimeOffset.UtcNow.AddMinutes(-16)) });
        using var s3 = Client(cloud);
        var bucket = await TestBucket.CreateAsync(s3);

        var answer = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a", s3: s3));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }

    private static AmazonS3Client Client(EmbeddedCloud cloud) =>
        new(AwsSurface.Credentials, new AmazonS3Config { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });
}
