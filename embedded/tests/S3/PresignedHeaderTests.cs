using Amazon.S3;

namespace EmbeddedAws.Tests.S3;

public sealed class PresignedHeaderTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [TestCase("Content-Type", "image/jpeg")]
    [TestCase("Content-Type", null)]
    [TestCase("Content-Length", null)]
    [TestCase("x-amz-checksum-sha256", "15e2")]
    [TestCase("x-amz-checksum-sha256", null)]
    [TestCase("If-None-Match", "\"5d41402abc4b2a76b9719d911017c592\"")]
    [TestCase("If-None-Match", null)]
    [TestCase("x-amz-meta-color", null)]
    [TestCase("x-amz-meta-color", "blue")]
    public async Task A_signed_header_has_to_be_sent_as_it_was_signed(string altered, string? value)
    {
        var bucket = await TestBucket.CreateAsync();
        (string Name, string Value)[] signed =
        [
            ("Content-Type", "image/png"), ("Content-Length", "5"), ("If-None-Match", "*"), ("x-amz-meta-color", "red"),
            ("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
        ];
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => Array.ForEach(signed, h => request.Headers[h.Name] = h.Value));
        var body = altered == "Content-Length" ? [.. Hello, 1] : Hello;
        (string Name, string Value)[] sent = [.. signed.Where(h => h.Name != "Content-Length")];
        (string, string)[] other = value is null ? [] : [(altered, value)];

        var refused = await Wire.PutAsync(url, body, [.. sent.Where(h => h.Name != altered), .. other]);
        var accepted = await Wire.PutAsync(url, Hello, sent);
        var again = await Wire.PutAsync(url, Hello, sent);

        Assert.That(refused, Is.Refused(403, "SignatureDoesNotMatch"));
        Assert.That(accepted.Status, Is.EqualTo(200));
        Assert.That(again, Is.Refused(412, "PreconditionFailed"));
    }

    [Test]
    public async Task The_bytes_have_to_have_the_checksum_that_was_signed()
    {
        var bucket = await TestBucket.CreateAsync();
        const string Header = "x-amz-checksum-sha256", Value = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Headers[Header] = Value);

        var answer = await Wire.PutAsync(url, "hallo"u8.ToArray(), (Header, Value));

        Assert.That(answer, Is.Refused(400, "BadDigest"));
    }

    [Test]
    public async Task A_header_of_S3_that_was_not_signed_is_refused()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync(PresignedUrl.Of(bucket, HttpVerb.PUT, "a"), Hello, ("x-amz-meta-smuggled", "1"));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("HeadersNotSigned"), Is.EqualTo("x-amz-meta-smuggled"));
    }

    [Test]
    public async Task A_header_may_be_carried_by_the_url_itself()
    {
        var bucket = await TestBucket.CreateAsync();
        var url = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Parameters["x-amz-meta-color"] = "red");
        var acl = PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Parameters["x-amz-acl"] = "public-read");

        var put = await Wire.PutAsync(url, Hello);
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null);
        var refused = await Wire.PutAsync(acl, Hello);

        Assert.That((put.Status, head.Header("x-amz-meta-color")), Is.EqualTo((200, "red")));
        Assert.That((refused.Code, refused.Element("Header")), Is.EqualTo(("NotImplemented", "x-amz-acl: public-read")));
    }

    [Test]
    public async Task A_signed_length_is_missing_from_a_body_in_chunks()
    {
        var bucket = await TestBucket.CreateAsync();
        var url = new Uri(PresignedUrl.Of(bucket, HttpVerb.PUT, "a", request => request.Headers["Content-Length"] = "5"));
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT {url.PathAndQuery} HTTP/1.1", ["Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n");
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 403").And.Contain("<Code>SignatureDoesNotMatch</Code>"));
    }
}
