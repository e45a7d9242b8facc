using Amazon.S3;

namespace EmbeddedAws.Tests.S3;

/// <summary>What S3 answers to a browser that asks before a page may send something.</summary>
public sealed class PreflightTests
{
    private const string NotAllowed =
        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / "
        + "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

    [Test]
    public async Task What_a_rule_allows_is_allowed_with_all_that_it_says()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var answer = await TestCors.PreflightAsync($"/{bucket}/a", headers: "Content-Type, X-Amz-Checksum-Sha256");

        Assert.That((answer.Status, answer.Body.Length), Is.EqualTo((200, 0)));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(TestCors.Origin));
        Assert.That(answer.Header("Access-Control-Allow-Credentials"), Is.EqualTo("true"));
        Assert.That(answer.Header("Access-Control-Allow-Methods"), Is.EqualTo("GET, PUT"));
        Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.EqualTo("content-type, x-amz-checksum-sha256"));
        Assert.That(answer.Header("Access-Control-Expose-Headers"), Is.EqualTo("ETag, Content-Range"));
        Assert.That(answer.Header("Access-Control-Max-Age"), Is.EqualTo("600"));
        Assert.That(answer.Header("Vary"), Is.EqualTo("Origin,Access-Control-Request-Headers,Access-Control-Request-Method"));
    }

    [Test]
    public async Task A_rule_for_all_origins_names_none()
    {
        var bucket = await TestCors.PutAsync(
            await TestBucket.CreateAsync(), "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>");

        var answer = await TestCors.PreflightAsync($"/{bucket}/a");

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, "*")));
        Assert.That(answer.Header("Access-Control-Allow-Credentials"), Is.Null);
        Assert.That(answer.Header("Access-Control-Allow-Headers"), Is.Null);
        Assert.That(answer.Header("Access-Control-Expose-Headers"), Is.Null);
        Assert.That(answer.Header("Access-Control-Max-Age"), Is.Null);
    }

    [TestCase("https://other.example.com", "PUT", null)]
    [TestCase("https://PAGES.example.com", "PUT", null)]
    [TestCase("http://localhost", "PUT", null)]
    [TestCase(TestCors.Origin, "DELETE", null)]
    [TestCase(TestCors.Origin, "PUT", "content-type, if-none-match")]
    public async Task What_no_rule_allows_is_forbidden(string origin, string method, string? headers)
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var answer = await TestCors.PreflightAsync($"/{bucket}/a", origin, method, headers);

        Assert.That(answer, Is.Refused(403, "AccessForbidden"));
        Assert.That((answer.Element("Message"), answer.Element("Method"), answer.Element("ResourceType")), Is.EqualTo((NotAllowed, method, "OBJECT")));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.Null);
    }

    [TestCase("https://*.example.com", "https://a.example.com", 200)]
    [TestCase("https://*.example.com", "https://a.b.example.com", 200)]
    [TestCase("https://*.example.com", "https://example.com", 403)]
    [TestCase("https://a*a.example.com", "https://a.example.com", 403)]
    [TestCase("http://localhost:*", "http://localhost:3000", 200)]
    public async Task An_origin_may_have_one_wildcard(string allowed, string origin, int status)
    {
        var bucket = await TestCors.PutAsync(
            await TestBucket.CreateAsync(), $"<CORSRule><AllowedOrigin>{allowed}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>");

        var answer = await TestCors.PreflightAsync($"/{bucket}/a", origin);

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_first_rule_that_fits_holds()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync(), TestCors.Rule.Replace("PUT", "HEAD", StringComparison.Ordinal) + TestCors.Rule);

        var answer = await TestCors.PreflightAsync($"/{bucket}/a");

        Assert.That(answer.Header("Access-Control-Allow-Methods"), Is.EqualTo("GET, PUT"));
    }

    [Test]
    public async Task A_bucket_without_rules_allows_nothing()
    {
        var bucket = await TestBucket.CreateAsync();

        var without = await TestCors.PreflightAsync($"/{bucket}/a");
        var missing = await TestCors.PreflightAsync("/no-such-bucket/a");

        Assert.That(without, Is.Refused(403, "AccessForbidden"));
        Assert.That((without.Element("Message"), without.Element("ResourceType")), Is.EqualTo(("CORSResponse: CORS is not enabled for this bucket.", "BUCKET")));
        Assert.That(missing, Is.Refused(403, "AccessForbidden"));
        Assert.That(missing.Element("Message"), Is.EqualTo("CORSResponse: Bucket not found"));
    }

    [TestCase("Access-Control-Request-Method", "PUT", "Insufficient information. Origin request header needed.")]
    [TestCase("Origin", TestCors.Origin, "Invalid Access-Control-Request-Method: null")]
    public async Task A_question_that_is_not_whole_is_a_bad_request(string header, string value, string message)
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var answer = await Wire.SendAsync("OPTIONS", $"/{bucket}/a", null, (header, value));

        Assert.That(answer, Is.Refused(400, "BadRequest"));
        Assert.That(answer.Element("Message"), Is.EqualTo(message));
    }

    [Test]
    public async Task A_method_that_S3_has_not_is_a_bad_request()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var answer = await TestCors.PreflightAsync($"/{bucket}/a", method: "PATCH");

        Assert.That(answer, Is.Refused(400, "BadRequest"));
        Assert.That(answer.Element("Message"), Is.EqualTo("Invalid Access-Control-Request-Method: PATCH"));
    }

    [Test]
    public async Task The_signature_of_a_url_is_for_the_request_to_come()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        var answer = await TestCors.PreflightAsync(PresignedUrl.Of(bucket, HttpVerb.PUT, "a"));

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, TestCors.Origin)));
    }
}
