using System.Globalization;
using System.Web;
using Amazon.S3;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.S3;

public sealed class PresignedExpiryTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Test]
    public async Task A_url_is_refused_once_it_is_late()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        using var s3 = Client(cloud);
        var bucket = await TestBucket.CreateAsync(s3);
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", s3: s3);

        time.Advance(EndOf(url) - time.GetUtcNow());
        var inTime = await Wire.PutAsync(url, Hello);
        time.Advance(TimeSpan.FromSeconds(1));
        var late = await Wire.PutAsync(url, Hello);

        Assert.That(inTime.Status, Is.EqualTo(200));
        Assert.That(late, Is.Refused(403, "AccessDenied"));
        Assert.That(late.Element("Message"), Is.EqualTo("Request has expired"));
    }

    [Test]
    public async Task A_url_from_the_future_is_refused()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(-16)) });
        using var s3 = Client(cloud);
        await cloud.CreateBucketAsync("bucket", []);

        var answer = await Wire.GetAsync(PresignedUrl.Of("bucket", HttpVerb.GET, "a", s3: s3));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }

    /// <summary>When a URL stops to hold. The SDK signs with the real time, which has gone on since the clock of the test was made.</summary>
    private static DateTimeOffset EndOf(string url)
    {
        var query = HttpUtility.ParseQueryString(new Uri(url).Query);
        var signed = DateTimeOffset.ParseExact(query["X-Amz-Date"]!, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return signed.AddSeconds(int.Parse(query["X-Amz-Expires"]!, CultureInfo.InvariantCulture));
    }

    private static AmazonS3Client Client(EmbeddedCloud cloud) =>
        new(AwsSurface.Credentials, new AmazonS3Config { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });
}
