using System.Text.Json.Nodes;
using Amazon.S3;
using EmbeddedAws.ApiGateway;
using EmbeddedAws.S3.Cors;
using EmbeddedAws.Tests.ApiGateway;
using EmbeddedAws.Tests.S3;
using Is = EmbeddedAws.Tests.S3.Is;

namespace EmbeddedAws.Tests;

/// <summary>Requests that a page of another site has a browser send, properly signed: anyone knows the secret of <c>test</c>.</summary>
public sealed class PageGuardTests
{
    private const string Api = "restapis/test/dev/_user_request_/images";
    private const string AllowedOrigin = "https://app.example.com";

    private static readonly CorsRule ForAll = new(null, ["*"], ["GET", "PUT", "DELETE"], ["*"], [], null);

    private EmbeddedCloud _cloud = null!;
    private IAmazonS3 _s3 = null!;
    private int _invoked;

    [SetUp]
    public async Task StartACloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedHosts = ["devbox", "192.168.7.7"], AllowedOrigins = [AllowedOrigin], ErrorLog = TextWriter.Null });
        _s3 = AwsSurface.S3Of(_cloud, AwsSurface.Credentials);
        _invoked = 0;
        await _cloud.CreateBucketAsync("bucket", [ForAll]);
        using var api = TestApi.Deploy(_cloud, _ =>
        {
            Interlocked.Increment(ref _invoked);
            return Task.FromResult(new IntegrationResponse(200));
        });
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _s3.Dispose();
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task A_foreign_request_does_nothing_and_is_told_so_as_the_service_tells_it(
        [Values("PutObject", "presigned", "preflight", "CreateTable", "API", "API preflight", "health", "sqs")] string call,
        [Values("Host: evil.example", "Origin: null", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site")] string foreign)
    {
        var answer = await Send(call, foreign);

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(
            (answer.Header("Content-Type"), answer.Code ?? CodeIn(answer)),
            Is.EqualTo(call switch
            {
                "PutObject" or "presigned" or "preflight" => ("application/xml", "AccessDenied"),
                "CreateTable" => ("application/x-amz-json-1.0", "com.amazon.coral.service#AccessDeniedException"),
                _ => ("application/problem+json", "Forbidden"),
            }));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.Null);
        Assert.That((_cloud.Calls.Counts(), _invoked), Is.EqualTo((new Dictionary<string, int>(), 0)));
    }

    [TestCase("Host: 127.0.0.1.evil.example", "127.0.0.1.evil.example is not a name of this machine. If it should be, start the cloud with --allow-host and this name.")]
    [TestCase("Origin: https://evil.example", "A page of https://evil.example may not use this cloud. If the page is yours, start the cloud with --allow-origin and its origin.")]
    [TestCase("Origin: null", "A page without an origin, such as a file or a sandboxed frame, may not use this cloud. Serve the page from localhost.")]
    [TestCase("Sec-Fetch-Site: cross-site", "A page of another site may not use this cloud. If the page is yours, start the cloud with --allow-origin and its origin, and let it send its Referer.")]
    public async Task The_answer_says_what_to_do(string foreign, string message)
    {
        var s3 = await Send("PutObject", foreign);
        var api = await Send("API", foreign);

        Assert.That(s3.Element("Message"), Is.EqualTo(message));
        Assert.That((string?)JsonNode.Parse(api.Body)!["detail"], Is.EqualTo(message));
    }

    [TestCase("Host: localhost.evil.example")]
    [TestCase("Host: evillocalhost")]
    [TestCase("Host: localhost.localstack.cloud.evil.example")]
    [TestCase("Host: localstack.cloud")]
    [TestCase("Host: 0.0.0.0")]
    [TestCase("Host: 192.168.7.8:4566")]
    [TestCase("Host: [::2]")]
    [TestCase("Host: 00000000000.127.0.0.1", Description = "An account has twelve digits.")]
    [TestCase("Host: 00000000000x.127.0.0.1")]
    [TestCase("Host: 000000000000.192.168.7.8")]
    [TestCase("Host: 000000000000.evil.example")]
    [TestCase("Host: 000000000000.000000000000.127.0.0.1")]
    [TestCase("Origin: http://localhost.evil.example")]
    [TestCase("Origin: http://app.example.com", Description = "The scheme is another one.")]
    [TestCase("Origin: https://app.example.com:8443")]
    [TestCase("Origin: https://sub.app.example.com")]
    [TestCase("Origin: chrome-extension://abcdefghijklmnop")]
    [TestCase("Origin: capacitor://localhost")]
    [TestCase("Origin: http://localhost@evil.example")]
    [TestCase("Origin: ")]
    [TestCase("Origin: localhost")]
    [TestCase("Sec-Fetch-Site: cross-site", "Referer: https://evil.example/localhost")]
    [TestCase("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")]
    [TestCase("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image")]
    public async Task Only_names_of_this_machine_and_those_that_are_allowed_are_let_in(params string[] headers)
    {
        var answer = await Send("API", headers);

        Assert.That((answer.Status, _invoked), Is.EqualTo((403, 0)));
    }

    [TestCase("Host: LOCALHOST:4566")]
    [TestCase("Host: localhost.")]
    [TestCase("Host: localhost.localstack.cloud:4566")]
    [TestCase("Host: s3.localhost.localstack.cloud")]
    [TestCase("Host: 127.8.8.8")]
    [TestCase("Host: 000000000000.127.0.0.1:4566")]
    [TestCase("Host: 123456789012.devbox")]
    [TestCase("Host: [::1]:4566")]
    [TestCase("Host: DevBox:4566")]
    [TestCase("Host: 192.168.7.7")]
    [TestCase("Origin: http://localhost:3000")]
    [TestCase("Origin: https://127.0.0.1:8443")]
    [TestCase("Origin: http://[::1]:3000")]
    [TestCase("Origin: https://shop.localhost")]
    [TestCase("Origin: http://devbox:4566")]
    [TestCase("Origin: https://app.example.com")]
    [TestCase("Sec-Fetch-Site: same-site")]
    [TestCase("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")]
    [TestCase("Sec-Fetch-Site: cross-site", "Origin: http://localhost:3000")]
    [TestCase("Sec-Fetch-Site: cross-site", "Referer: http://localhost:3000/page")]
    [TestCase("Sec-Fetch-Site: cross-site", "Referer: https://app.example.com/")]
    public async Task What_comes_from_this_machine_is_let_in(params string[] headers)
    {
        var put = await Send("PutObject", headers);
        var table = await Send("CreateTable", headers);
        var api = await Send("API", headers);

        Assert.That((put.Status, table.Status, api.Status, _invoked), Is.EqualTo((200, 200, 200, 1)));
    }

    [TestCase("GET", Api, 200)]
    [TestCase("POST", Api, 403)]
    [TestCase("GET", "bucket/a", 403)]
    [TestCase("GET", "_localstack/health", 403)]
    public async Task A_link_on_another_site_leads_to_an_API_and_to_nothing_else(string method, string target, int status)
    {
        var answer = await Wire.SendAsync(
            method, $"{_cloud.Endpoint}{target}", null, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task CORS_holds_for_a_page_that_is_let_in()
    {
        var preflight = await Send("preflight", $"Origin: {AllowedOrigin}");
        var put = await Send("PutObject", $"Origin: {AllowedOrigin}");

        Assert.That((preflight.Status, preflight.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, "*")));
        Assert.That((put.Status, put.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, "*")));
    }

    [Test]
    public async Task What_a_page_says_of_itself_cannot_control_the_terminal()
    {
        var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = log });
        using var connection = await RawConnection.OpenAsync(cloud.Endpoint);

        await connection.SendAsync("GET /_localstack/health HTTP/1.1", ["Origin: https://\u001b[31m\u009bevil"]);
        var answer = await connection.ReadUntilAsync("}");

        Assert.That(answer, Does.StartWith("HTTP/1.1 403 ").Or.StartWith("HTTP/1.1 400 "));
        Assert.That(log.ToString().TrimEnd('\r', '\n').Where(char.IsControl), Is.Empty);
    }

    private async Task<S3Answer> Send(string call, params string[] headers)
    {
        var sent = headers.Select(header => header.Split(": ", 2)).Select(header => (header[0], header[1]));
        return call switch
        {
            "PutObject" => await Wire.PutAsync($"{_cloud.Endpoint}bucket/a", [1], [.. sent]),
            "presigned" => await Wire.SendAsync("DELETE", PresignedUrl.Of("bucket", HttpVerb.DELETE, "a", s3: _s3), null, [.. sent]),
            "preflight" => await Wire.SendAsync("OPTIONS", $"{_cloud.Endpoint}bucket/a", null, [("Access-Control-Request-Method", "DELETE"), .. sent]),
            "CreateTable" => await Wire.SendAsync("POST", $"{_cloud.Endpoint}", Table(), [("X-Amz-Target", "DynamoDB_20120810.CreateTable"), .. sent]),
            "API" => await Wire.SendAsync("POST", $"{_cloud.Endpoint}{Api}", [1], [.. sent]),
            "API preflight" => await Wire.SendAsync("OPTIONS", $"{_cloud.Endpoint}{Api}", null, [("Access-Control-Request-Method", "DELETE"), .. sent]),
            "health" => await Wire.GetAsync($"{_cloud.Endpoint}_localstack/health", [.. sent]),
            _ => await Wire.SendAsync(
                "POST", $"{_cloud.Endpoint}", [1], [("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0"), .. sent]),
        };
    }

    private static byte[] Table() =>
        """{"TableName": "table", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}"""u8.ToArray();

    private static string? CodeIn(S3Answer answer) => JsonNode.Parse(answer.Body) is { } json ? (string?)(json["__type"] ?? json["title"]) : null;
}
