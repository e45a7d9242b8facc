using Amazon.S3;

namespace EmbeddedAws.Tests.S3;

/// <summary>What counts when a signed query comes with something else.</summary>
public sealed class PresignedQueryTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [TestCase("x-amz-checksum-crc32", "AAAAAA==")]
    [TestCase("x-amz-sdk-checksum-algorithm", "CRC32")]
    public async Task A_checksum_in_the_query_is_not_that_of_the_body(string name, string value)
    {
        var bucket = await TestBucket.CreateAsync();
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Parameters[name] = value);

        var put = await Wire.PutAsync(url, Hello);
        var get = await Wire.GetAsync($"/{bucket}/a", ("x-amz-checksum-mode", "ENABLED"));

        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That((get.Header("x-amz-checksum-crc32"), get.Header("x-amz-checksum-crc64nvme")?.Length), Is.EqualTo(((string?)null, (int?)12)));
        Assert.That(get.Body, Is.EqualTo(Hello));
    }

    [TestCase("Bearer eyJhbGciOi")]
    [TestCase("Basic dGVzdDp0ZXN0")]
    [TestCase("Bearer Credential=test/")]
    public async Task An_authorization_that_is_not_of_AWS_is_ignored(string authorization)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a"), ("Authorization", authorization));
        var altered = await Wire.GetAsync($"{PresignedUrl.Of(bucket, HttpVerb.GET, "a")}&b=1", ("Authorization", authorization));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(altered, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("Bearer eyJhbGciOi", "InvalidArgument", "Unsupported Authorization Type")]
    [TestCase("AWS test:c2lnbmF0dXJl", "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")]
    public async Task Without_a_signed_query_another_authorization_is_refused(string authorization, string code, string message)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync($"/{bucket}/a", ("Authorization", authorization));

        Assert.That(answer, Is.Refused(400, code));
        Assert.That(answer.Element("Message"), Is.EqualTo(message));
    }

    [TestCase("00010101T000000Z", 0, "Request has expired")]
    [TestCase("00010101T000000Z", 604800, "Request has expired")]
    [TestCase("99991231T235959Z", 604800, "Request is not valid yet")]
    public async Task A_date_at_an_end_of_the_calendar_is_refused_as_any_other(string date, int seconds, string message)
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F{date[..8]}%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date={date}"
            + $"&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host&X-Amz-Signature=00";

        var answer = await Wire.GetAsync($"/{bucket}/a?{query}");

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("Message"), Is.EqualTo(message));
    }

    [Test]
    public async Task A_header_is_signed_once()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var url = PresignedUrl.Of(bucket, HttpVerb.GET, "a").Replace("SignedHeaders=host", "SignedHeaders=host%3Bhost", StringComparison.Ordinal);

        var answer = await Wire.GetAsync(url);

        Assert.That(answer, Is.Refused(400, "AuthorizationQueryParametersError"));
    }

    [Test]
    public async Task Metadata_in_the_query_has_the_name_of_a_header()
    {
        var bucket = await TestBucket.CreateAsync();
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Parameters["x-amz-meta-a(b)"] = "1");

        var answer = await Wire.PutAsync(url, Hello);

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }
}
