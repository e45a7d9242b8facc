using Amazon.S3;
using EmbeddedAws.Host;

namespace EmbeddedAws.Tests.S3;

/// <summary>Whether a page may read the answers to what it has sent.</summary>
public sealed class CorsAnswerTests
{
    [TestCase("GET", "/digits", 200)]
    [TestCase("GET", "/missing", 404)]
    [TestCase("GET", "?metrics", 501)]
    [TestCase("PUT", "/digits?X-Amz-Signature=forged", 400)]
    public async Task Every_answer_has_the_headers_of_the_rule_errors_too(string method, string target, int status)
    {
        var bucket = await TestCors.PutAsync((await Digits.PutAsync()).Split('/')[1]);

        var answer = await Wire.SendAsync(method, $"/{bucket}{target}", method == "PUT" ? [] : null, ("Origin", TestCors.Origin));

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(TestCors.Origin));
        Assert.That(answer.Header("Access-Control-Allow-Methods"), Is.EqualTo("GET, PUT"));
        Assert.That(answer.Header("Access-Control-Expose-Headers"), Is.EqualTo("ETag, Content-Range"));
        Assert.That(answer.Header("Vary"), Does.StartWith("Origin"));
    }

    [TestCase("Range", "bytes=0-1", 206)]
    [TestCase("Range", "bytes=100-", 416)]
    [TestCase("If-None-Match", Digits.ETag, 304)]
    public async Task An_answer_to_a_range_or_a_condition_has_the_headers_of_the_rule_too(string header, string value, int status)
    {
        var target = await Digits.PutAsync();
        await TestCors.PutAsync(target.Split('/')[1]);

        var answer = await Wire.GetAsync(target, ("Origin", TestCors.Origin), (header, value));

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((status, TestCors.Origin)));
    }

    [TestCase("GET", "https://other.example.com")]
    [TestCase("HEAD", TestCors.Origin)]
    [TestCase("GET", null)]
    public async Task An_answer_that_no_rule_allows_has_no_CORS_headers(string method, string? origin)
    {
        var target = await Digits.PutAsync();
        await TestCors.PutAsync(target.Split('/')[1]);

        var answer = await Wire.SendAsync(method, target, null, origin is null ? [] : [("Origin", origin)]);

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, (string?)null)));
    }

    [Test]
    public async Task A_page_puts_and_reads_by_presigned_urls()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var put = await Wire.PutAsync(PresignedUrl.Of(bucket, HttpVerb.PUT, "a"), "hello"u8.ToArray(), ("Origin", TestCors.Origin));
        var get = await Wire.GetAsync(PresignedUrl.Of(bucket, HttpVerb.GET, "a"), ("Origin", TestCors.Origin));

        Assert.That((put.Status, put.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, TestCors.Origin)));
        Assert.That((get.Status, get.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, TestCors.Origin)));
    }

    [Test]
    public async Task An_injected_failure_has_the_headers_of_the_rule_too()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedOrigins = [TestCors.Origin] });
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await Wire.PutAsync($"{cloud.Endpoint}bucket?cors", TestCors.Xml(TestCors.Rule));
        cloud.Calls.Inject("GetObject", new AwsFault.Error(503, "SlowDown"));

        var answer = await Wire.GetAsync($"{cloud.Endpoint}bucket/a", ("Origin", TestCors.Origin));

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((503, TestCors.Origin)));
    }
}
