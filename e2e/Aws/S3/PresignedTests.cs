using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Local;

namespace ImageService.E2E.Aws.S3;

public sealed class PresignedTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [TestCase("plain")]
    [TestCase("a b+c/ü(1)!*'~.txt")]
    [TestCase("a//b/../c//")]
    [TestCase("=&?;,@:$%41")]
    public async Task An_object_is_put_and_got_by_urls_alone(string key)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync(Url(bucket, HttpVerb.PUT, key), Hello);
        var get = await Wire.GetAsync(Url(bucket, HttpVerb.GET, key));

        Assert.That((put.Status, get.Status), Is.EqualTo((200, 200)));
        Assert.That(get.Body, Is.EqualTo(Hello));
    }

    [Test]
    public async Task A_url_chooses_the_headers_of_the_answer()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var overrides = new ResponseHeaderOverrides
        {
            ContentType = "text/x; a=\"b+c\"", ContentDisposition = "attachment; filename=\"a b.txt\"", CacheControl = "no-store",
            ContentLanguage = "de", ContentEncoding = "gzip", Expires = "Thu, 01 Dec 2033 16:00:00 GMT",
        };

        var answer = await Wire.GetAsync(Url(bucket, HttpVerb.GET, "a", request => request.ResponseHeaderOverrides = overrides));

        Assert.That((answer.Header("Content-Type"), answer.Header("Content-Disposition"), answer.Header("Cache-Control")), Is.EqualTo((overrides.ContentType, overrides.ContentDisposition, overrides.CacheControl)));
        Assert.That((answer.Header("Content-Language"), answer.Header("Content-Encoding"), answer.Header("Expires")), Is.EqualTo((overrides.ContentLanguage, overrides.ContentEncoding, overrides.Expires)));
    }

    [TestCase(@"/a\?", "/b?", "SignatureDoesNotMatch")]
    [TestCase("X-Amz-Expires=[0-9]+", "X-Amz-Expires=3600", "SignatureDoesNotMatch")]
    [TestCase("us-east-1", "us-east-2", "SignatureDoesNotMatch")]
    [TestCase("X-Amz-Signature=", "X-Amz-Signature=0", "SignatureDoesNotMatch")]
    [TestCase(@"\?", "?response-content-type=text%2Fhtml&", "SignatureDoesNotMatch")]
    [TestCase(@"\?", "?versionId=1&", "SignatureDoesNotMatch")]
    [TestCase("127.0.0.1", "localhost", "SignatureDoesNotMatch")]
    [TestCase("Credential=test", "Credential=nobody", "InvalidAccessKeyId")]
    public async Task A_url_that_was_altered_is_refused(string what, string with, string code)
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b");
        var url = Url(bucket, HttpVerb.GET, "a");

        var answer = await Wire.GetAsync(Altered(url, what, with));

        Assert.That(answer, Is.Refused(403, code));
    }

    [Test]
    public async Task A_url_holds_for_its_method_only()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.PutAsync(Url(bucket, HttpVerb.GET, "a"), Hello);

        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("X-Amz-Expires=[0-9]+", "X-Amz-Expires=604801")]
    [TestCase("X-Amz-Expires=[0-9]+", "X-Amz-Expires=-1")]
    [TestCase("X-Amz-Expires=[0-9]+", "X-Amz-Expires=soon")]
    [TestCase("X-Amz-Expires=[0-9]+&", "")]
    [TestCase("X-Amz-Signature=", "x=")]
    [TestCase("AWS4-HMAC-SHA256", "AWS4-HMAC-MD5")]
    [TestCase("X-Amz-Date=2", "X-Amz-Date=x")]
    [TestCase("X-Amz-Date=2", "X-Amz-Date=3")]
    [TestCase("%2Fs3%2F", "%2Fec2%2F")]
    [TestCase("SignedHeaders=host", "SignedHeaders=date")]
    public async Task A_malformed_url_is_400(string what, string with)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync(Altered(Url(bucket, HttpVerb.GET, "a"), what, with));

        Assert.That(answer, Is.Refused(400, "AuthorizationQueryParametersError"));
    }

    [Test]
    public async Task A_url_is_refused_once_it_is_late()
    {
        var time = new ManualTime();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = time });
        using var s3 = Client(cloud);
        var bucket = await TestBucket.CreateAsync(s3);
        var url = Url(bucket, HttpVerb.PUT, "a", s3: s3);

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

        var answer = await Wire.GetAsync(Url(bucket, HttpVerb.GET, "a", s3: s3));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }

    [TestCase("Content-Type", "image/jpeg")]
    [TestCase("Content-Length", null)]
    [TestCase("x-amz-checksum-sha256", "15e2")]
    [TestCase("If-None-Match", null)]
    [TestCase("x-amz-meta-colour", "blue")]
    public async Task A_signed_header_has_to_be_sent_as_it_was_signed(string altered, string? value)
    {
        var bucket = await TestBucket.CreateAsync();
        (string Name, string Value)[] signed =
        [
            ("Content-Type", "image/png"), ("Content-Length", "5"), ("If-None-Match", "*"), ("x-amz-meta-colour", "red"),
            ("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
        ];
        var url = Url(bucket, HttpVerb.PUT, "a", request => Array.ForEach(signed, h => request.Headers[h.Name] = h.Value));
        var body = altered == "Content-Length" ? [.. Hello, 1] : Hello;

        var refused = await Wire.PutAsync(url, body, [.. signed.Where(h => h.Name != altered && h.Name != "Content-Length"), .. value is null ? [] : new[] { (altered, value) }]);
        var accepted = await Wire.PutAsync(url, Hello, [.. signed.Where(h => h.Name != "Content-Length")]);
        var again = await Wire.PutAsync(url, Hello, [.. signed.Where(h => h.Name != "Content-Length")]);

        Assert.That(refused, Is.Refused(403, "SignatureDoesNotMatch"));
        Assert.That(accepted.Status, Is.EqualTo(200));
        Assert.That(again, Is.Refused(412, "PreconditionFailed"));
    }

    [Test]
    public async Task The_bytes_have_to_have_the_checksum_that_was_signed()
    {
        var bucket = await TestBucket.CreateAsync();
        const string Header = "x-amz-checksum-sha256", Value = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
        var url = Url(bucket, HttpVerb.PUT, "a", request => request.Headers[Header] = Value);

        var answer = await Wire.PutAsync(url, "hallo"u8.ToArray(), (Header, Value));

        Assert.That(answer, Is.Refused(400, "BadDigest"));
    }

    [Test]
    public async Task A_header_of_S3_that_was_not_signed_is_refused()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync(Url(bucket, HttpVerb.PUT, "a"), Hello, ("x-amz-meta-smuggled", "1"));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("HeadersNotSigned"), Is.EqualTo("x-amz-meta-smuggled"));
    }

    [Test]
    public async Task A_header_may_be_carried_by_the_url_itself()
    {
        var bucket = await TestBucket.CreateAsync();
        var url = Url(bucket, HttpVerb.PUT, "a", request => request.Parameters["x-amz-meta-colour"] = "red");
        var acl = Url(bucket, HttpVerb.PUT, "a", request => request.Parameters["x-amz-acl"] = "private");

        var put = await Wire.PutAsync(url, Hello);
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null);
        var refused = await Wire.PutAsync(acl, Hello);

        Assert.That((put.Status, head.Header("x-amz-meta-colour")), Is.EqualTo((200, "red")));
        Assert.That((refused.Code, refused.Element("Header")), Is.EqualTo(("NotImplemented", "x-amz-acl")));
    }

    [Test]
    public async Task A_session_token_may_be_there()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        using var s3 = new AmazonS3Client(new SessionAWSCredentials("test", "test", "to/ken+="), ((AmazonS3Client)AwsSurface.S3).Config as AmazonS3Config);

        var answer = await Wire.GetAsync(Url(bucket, HttpVerb.GET, "a", s3: s3));

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_url_signed_in_the_old_way_is_refused()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync($"/{bucket}/a?AWSAccessKeyId=test&Signature=x&Expires=2000000000");

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
        Assert.That(answer.Element("Message"), Does.Contain("Please use AWS4-HMAC-SHA256"));
    }

    [Test]
    public async Task Only_one_way_to_sign_may_be_used()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync(Url(bucket, HttpVerb.GET, "a"), ("Authorization", "AWS4-HMAC-SHA256 Credential=test"));

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }

    private static string Url(string bucket, HttpVerb verb, string key, Action<GetPreSignedUrlRequest>? change = null, IAmazonS3? s3 = null)
    {
        var request = new GetPreSignedUrlRequest { BucketName = bucket, Key = key, Verb = verb, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddSeconds(60) };
        change?.Invoke(request);
        return (s3 ?? AwsSurface.S3).GetPreSignedURL(request);
    }

    private static AmazonS3Client Client(EmbeddedCloud cloud) =>
        new(AwsSurface.Credentials, new AmazonS3Config { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });

    private static string Altered(string url, string pattern, string with)
    {
        Assert.That(url, Does.Match(pattern));
        return new Regex(pattern).Replace(url, with, count: 1);
    }
}
