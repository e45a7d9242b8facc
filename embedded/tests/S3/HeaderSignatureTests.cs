using System.Text.RegularExpressions;

namespace EmbeddedAws.Tests.S3;

/// <summary>Requests that are signed by their header, or not at all.</summary>
public sealed class HeaderSignatureTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [TestCase("GET", "/{0}/a")]
    [TestCase("HEAD", "/{0}/a")]
    [TestCase("PUT", "/{0}/a")]
    [TestCase("DELETE", "/{0}/a")]
    [TestCase("GET", "/{0}?list-type=2")]
    [TestCase("POST", "/{0}?delete")]
    [TestCase("PUT", "/{0}-new")]
    [TestCase("GET", "/")]
    public async Task An_unsigned_request_is_denied_and_does_nothing(string method, string target)
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/a", Hello);

        var answer = await Wire.SendUnsignedAsync(method, string.Format(null, target, bucket), method is "PUT" or "POST" ? [1] : null);
        var there = await Wire.GetAsync($"/{bucket}/a");
        var made = await Wire.SendAsync("HEAD", $"/{bucket}-new", null);

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(answer.Code, Is.EqualTo(method == "HEAD" ? null : "AccessDenied"));
        Assert.That((there.Body, made.Status), Is.EqualTo((Hello, 404)));
    }

    [Test]
    public async Task A_signature_with_another_secret_does_not_match()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync(new RequestSignature { Secret = "guess" }, "PUT", $"/{bucket}/a", Hello);
        var there = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
        Assert.That(answer.Element("Message"), Is.EqualTo("The request signature we calculated does not match the signature you provided. Check your key and signing method."));
        Assert.That(answer.Element("AWSAccessKeyId"), Is.EqualTo("test"));
        Assert.That(answer.Element("StringToSign"), Does.StartWith("AWS4-HMAC-SHA256\n"));
        Assert.That(answer.Element("CanonicalRequest"), Does.StartWith($"PUT\n/{bucket}/a\n\nhost:"));
        Assert.That(there.Body, Is.Empty);
    }

    [Test]
    public async Task A_key_that_nobody_has_is_told()
    {
        var answer = await Wire.SendAsync(new RequestSignature { AccessKeyId = "AKIANOBODY" }, "GET", "/", null);

        Assert.That(answer, Is.Refused(403, "InvalidAccessKeyId"));
        Assert.That(answer.Element("Message"), Is.EqualTo("The AWS Access Key Id you provided does not exist in our records."));
        Assert.That(answer.Element("AWSAccessKeyId"), Is.EqualTo("AKIANOBODY"));
    }

    [TestCase(-901, 403)]
    [TestCase(-870, 200)]
    [TestCase(870, 200)]
    [TestCase(930, 403)]
    public async Task A_clock_may_be_15_minutes_wrong(int seconds, int status)
    {
        var date = DateTimeOffset.UtcNow.AddSeconds(seconds);

        var answer = await Wire.SendAsync(new RequestSignature { Date = date }, "GET", "/", null);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, status == 200 ? null : "RequestTimeTooSkewed")));
        if (status == 403)
        {
            Assert.That(answer.Element("Message"), Is.EqualTo("The difference between the request time and the current time is too large."));
            Assert.That((answer.Element("RequestTime"), answer.Element("MaxAllowedSkewMilliseconds")), Is.EqualTo(($"{date:yyyyMMdd'T'HHmmss'Z'}", "900000")));
        }
    }

    [TestCase("DELETE", "/{0}/a")]
    [TestCase("GET", "/{0}/b")]
    [TestCase("GET", "/{0}/a?tagging")]
    [TestCase("GET", "/{0}/a", "x-amz-checksum-mode", "DISABLED")]
    [TestCase("GET", "/{0}/a", "Host", "localhost")]
    public async Task What_is_signed_cannot_be_altered(string method, string target, string? header = null, string? value = null)
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b");
        var url = $"{AwsSurface.Endpoint}{bucket}/a";
        var signed = new RequestSignature().Sign("GET", url, [("x-amz-checksum-mode", "ENABLED")], []);

        var unaltered = await Wire.SendUnsignedAsync("GET", url, null, signed);
        var answer = await Wire.SendUnsignedAsync(method, string.Format(null, target, bucket), null, [.. signed.Where(h => h.Name != header), .. header is null ? [] : new[] { (header, value!) }]);

        Assert.That(unaltered.Status, Is.EqualTo(200));
        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("a", "b")]
    [TestCase("", "b")]
    [TestCase("a", "")]
    [TestCase(" a  b ", "")]
    public async Task A_header_that_is_repeated_is_signed_with_all_its_values(string first, string second)
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", [$"x-amz-meta-a: {first}", $"x-amz-meta-a: {second}", "Content-Length: 0"]);
        var answer = await connection.ReadUntilAsync("\r\n\r\n");
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 "));
        Assert.That(get.Header("x-amz-meta-a"), Is.EqualTo($"{first.Trim()},{second.Trim()}"));
    }

    [Test]
    public async Task A_header_of_S3_that_was_not_signed_is_denied()
    {
        var bucket = await TestBucket.CreateAsync();
        var url = $"{AwsSurface.Endpoint}{bucket}/a";

        var answer = await Wire.SendUnsignedAsync("PUT", url, Hello, [.. new RequestSignature().Sign("PUT", url, [], Hello), ("x-amz-meta-smuggled", "1")]);

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("HeadersNotSigned"), Is.EqualTo("x-amz-meta-smuggled"));
    }

    [TestCase("Credential=[^,]*, ", "", "AuthorizationHeaderMalformed")]
    [TestCase("Credential=", "Credential=ROLE/20260101/us-east-1/s3/aws4_request, Credential=", "AuthorizationHeaderMalformed")]
    [TestCase("SignedHeaders=[^,]*, ", "", "AuthorizationHeaderMalformed")]
    [TestCase(", Signature=.*", "", "AuthorizationHeaderMalformed")]
    [TestCase("test/", "test/more/", "AuthorizationHeaderMalformed")]
    [TestCase("test/[0-9]*", "test/20200101", "AuthorizationHeaderMalformed")]
    [TestCase("host;", "", "AuthorizationHeaderMalformed")]
    [TestCase("us-east-1", "us-east-2", "SignatureDoesNotMatch")]
    [TestCase("Signature=", "Signature=0", "SignatureDoesNotMatch")]
    public async Task A_malformed_header_is_refused(string pattern, string with, string code)
    {
        var signed = new RequestSignature().Sign("GET", AwsSurface.Endpoint.ToString(), [], []);

        var answer = await Wire.SendUnsignedAsync("GET", "/", null, [.. signed.Select(h => (h.Name, h.Name == "Authorization" ? new Regex(pattern).Replace(h.Value, with, 1) : h.Value))]);

        Assert.That(answer, Is.Refused(code == "SignatureDoesNotMatch" ? 403 : 400, code));
    }

    [TestCase("x-amz-date", 403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header")]
    [TestCase("x-amz-content-sha256", 400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256")]
    public async Task A_header_that_a_signature_needs_has_to_be_there(string missing, int status, string code, string message)
    {
        var signed = new RequestSignature().Sign("GET", AwsSurface.Endpoint.ToString(), [], []);

        var answer = await Wire.SendUnsignedAsync("GET", "/", null, [.. signed.Where(header => header.Name != missing)]);

        Assert.That(answer, Is.Refused(status, code));
        Assert.That(answer.Element("Message"), Is.EqualTo(message));
    }
}
