using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

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

        var put = await Wire.PutAsync(PresignedUrl.Of(bucket, HttpVerb.PUT, key), Hello);
        var get = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, key));

        Assert.That((put.Status, get.Status), Is.EqualTo((200, 200)));
        Assert.That(get.Body, Is.EqualTo(Hello));
    }

    [Test]
    public async Task A_url_chooses_the_headers_of_the_answer()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var overrides = new ResponseHeaderOverrides
        {
            ContentType = "text/x; a=\"b+c\"",
            ContentDisposition = "attachment; filename=\"a b.txt\"",
            CacheControl = "no-store",
            ContentLanguage = "de",
            ContentEncoding = "gzip",
            Expires = "Thu, 01 Dec 2033 16:00:00 GMT",
        };

        var answer = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a", request => request.ResponseHeaderOverrides = overrides));

        Assert.That(answer.Header("Content-Type"), Is.EqualTo(overrides.ContentType));
        Assert.That(answer.Header("Content-Disposition"), Is.EqualTo(overrides.ContentDisposition));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo(overrides.CacheControl));
        Assert.That(answer.Header("Content-Language"), Is.EqualTo(overrides.ContentLanguage));
        Assert.That(answer.Header("Content-Encoding"), Is.EqualTo(overrides.ContentEncoding));
        Assert.That(answer.Header("Expires"), Is.EqualTo(overrides.Expires));
    }

    [TestCase("bytes=0-3", 206, "bytes 0-3/9", "1234")]
    [TestCase("bytes=-2", 206, "bytes 7-8/9", "89")]
    public async Task A_url_gets_a_part_with_the_headers_that_it_chooses(string range, int status, string contentRange, string body)
    {
        var bucket = (await Digits.PutAsync()).Split('/')[1];
        var url = PresignedUrl.Of(bucket, HttpVerb.GET, "digits", Attachment);

        var part = await Wire.GetAsync(url, ("Range", range));
        var behind = await Wire.GetAsync(url, ("Range", "bytes=9-"));

        Assert.That((part.Status, part.Header("Content-Range"), Encoding.ASCII.GetString(part.Body)), Is.EqualTo((status, contentRange, body)));
        Assert.That((part.Header("Content-Disposition"), part.Header("Content-Type")), Is.EqualTo(("attachment", "text/x")));
        Assert.That(behind, Is.Refused(416, "InvalidRange"));
    }

    [Test]
    public async Task A_url_for_HEAD_tells_the_headers_alone()
    {
        var bucket = (await Digits.PutAsync()).Split('/')[1];

        var head = await Wire.SendAsync("HEAD", PresignedUrl.Of(bucket, HttpVerb.HEAD, "digits", Attachment), null);
        var get = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.HEAD, "digits"));

        Assert.That((head.Status, head.Header("Content-Length"), head.Body.Length), Is.EqualTo((200, "9", 0)));
        Assert.That((head.Header("Content-Disposition"), head.Header("Content-Type")), Is.EqualTo(("attachment", "text/x")));
        Assert.That(get, Is.Refused(403, "SignatureDoesNotMatch"));
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
        var url = PresignedUrl.Of(bucket, HttpVerb.GET, "a");

        var answer = await Wire.GetAsync(Altered(url, what, with));

        Assert.That(answer, Is.Refused(403, code));
    }

    [Test]
    public async Task A_url_holds_for_its_method_only()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.PutAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a"), Hello);

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

        var answer = await Wire.GetAsync(Altered(PresignedUrl.Of(bucket, HttpVerb.GET, "a"), what, with));

        Assert.That(answer, Is.Refused(400, "AuthorizationQueryParametersError"));
    }

    [Test]
    public async Task A_session_token_may_be_there()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        using var s3 = new AmazonS3Client(new SessionAWSCredentials("test", "test", "to/ken+="), ((AmazonS3Client)AwsSurface.S3).Config as AmazonS3Config);

        var answer = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a", s3: s3));

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Only_one_way_to_sign_may_be_used()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a"), ("Authorization", "AWS4-HMAC-SHA256 Credential=test"));

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }

    private static void Attachment(GetPreSignedUrlRequest request) =>
        request.ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentDisposition = "attachment", ContentType = "text/x" };

    private static string Altered(string url, string pattern, string with)
    {
        Assert.That(url, Does.Match(pattern));
        return new Regex(pattern).Replace(url, with, count: 1);
    }
}
