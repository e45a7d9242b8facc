using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The JSON that a Lambda function is invoked with, and how its answer is read.</summary>
public sealed class LambdaIntegrationTests
{
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Null });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task The_event_has_the_members_of_a_proxy_event()
    {
        JsonObject? seen = null;
        using var api = TestApi.Deploy(_cloud, new LambdaIntegration("test", (proxyEvent, _, _) =>
        {
            seen = JsonNode.Parse(proxyEvent)!.AsObject();
            return Task.FromResult("""{"statusCode":200}"""u8.ToArray());
        }));

        using var answer = await api.SendAsync(new HttpRequestMessage(HttpMethod.Put, "images/a%20b?tag=x&tag=y")
        {
            Content = new ByteArrayContent([0xFB, 0xFF, 0xFE]),
        });

        Assert.Multiple(() =>
        {
            Assert.That((string?)seen!["resource"], Is.EqualTo("/images/{id}"));
            Assert.That((string?)seen["path"], Is.EqualTo("/images/a%20b"));
            Assert.That((string?)seen["httpMethod"], Is.EqualTo("PUT"));
            Assert.That(seen["pathParameters"]!.ToJsonString(), Is.EqualTo("""{"id":"a b"}"""));
            Assert.That(seen["queryStringParameters"]!.ToJsonString(), Is.EqualTo("""{"tag":"y"}"""));
            Assert.That(seen["multiValueQueryStringParameters"]!.ToJsonString(), Is.EqualTo("""{"tag":["x","y"]}"""));
            Assert.That((string?)seen["headers"]!["Content-Length"], Is.EqualTo("3"));
            Assert.That((string?)seen["requestContext"]!["path"], Is.EqualTo("/dev/images/a%20b"));
            Assert.That((string?)seen["requestContext"]!["requestId"], Is.EqualTo(answer.Header("x-amzn-RequestId")));
            Assert.That((string?)seen["body"], Is.EqualTo("+//+"));
            Assert.That((bool?)seen["isBase64Encoded"], Is.True);
        });
    }

    [Test]
    public async Task What_is_missing_is_null()
    {
        JsonObject? seen = null;
        using var api = TestApi.Deploy(_cloud, new ApiMethod("GET", "/images", new LambdaIntegration("test", (proxyEvent, _, _) =>
        {
            seen = JsonNode.Parse(proxyEvent)!.AsObject();
            return Task.FromResult("""{"statusCode":200}"""u8.ToArray());
        })));

        await api.GetAsync("images");

        Assert.That(seen, Is.Not.Null);
        Assert.That(seen!.Where(member => member.Value is null).Select(member => member.Key), Is.EqualTo(
            ["queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"]));
        Assert.That((bool?)seen!["isBase64Encoded"], Is.False);
    }

    [TestCase("""{"statusCode":201,"body":"Straße","isBase64Encoded":false}""", 201, "Straße")]
    [TestCase("""{"statusCode":201,"body":"U3RyYcOfZQ==","isBase64Encoded":true}""", 201, "Straße")]
    [TestCase("""{"statusCode":200,"headers":null,"multiValueHeaders":null,"body":null}""", 200, "")]
    public async Task An_answer_is_text_or_base64(string result, int status, string body)
    {
        using var api = Deploy(result);

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(body));
    }

    [Test]
    public async Task Headers_come_from_both_members_and_the_multiple_values_win()
    {
        using var api = Deploy("""{"statusCode":200,"headers":{"X-One":"a","X-Two":"b"},"multiValueHeaders":{"X-Two":["c","d"]}}""");

        using var answer = await api.GetAsync("images");

        Assert.That((answer.Header("X-One"), answer.Header("X-Two")), Is.EqualTo(("a", "c, d")));
    }

    [TestCase("""{"statusCode":200,"unknown":true}""")]
    [TestCase("""{"errorMessage":"it failed","errorType":"Error"}""")]
    [TestCase("""{"statusCode":200,"body":"not base64!","isBase64Encoded":true}""")]
    [TestCase("""{"statusCode":"many"}""")]
    [TestCase("null")]
    [TestCase("{")]
    [TestCase("")]
    public async Task An_answer_that_API_Gateway_cannot_read_is_a_502(string result)
    {
        using var api = Deploy(result);

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(502));
    }

    private HttpClient Deploy(string result) => TestApi.Deploy(_cloud, new LambdaIntegration("test", (_, _, _) => Task.FromResult(Encoding.UTF8.GetBytes(result))));
}
