using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using ImageService.Handlers.Http;
using ImageService.Lambda;
using ImageService.Lambda.Events;

namespace ImageService.E2E.Lambda;

/// <summary>From the JSON of an event to the neutral request, through the serializer of the functions.</summary>
public sealed class EventTests
{
    private readonly InvocationContext _context = new() { RemainingTime = TimeSpan.FromSeconds(3) };

    [Test]
    public void Method_path_and_decoded_path_parameters_are_taken_as_they_come()
    {
        var request = Read("""{ "httpMethod": "GET", "path": "/images/a%20b", "pathParameters": { "id": "a b" } }""");

        Assert.That(request.Method, Is.EqualTo("GET"));
        Assert.That(request.Path, Is.EqualTo("/images/a%20b"));
        Assert.That(request.PathParameters, Is.EqualTo(new Dictionary<string, string> { ["id"] = "a b" }));
    }

    [Test]
    public void The_base_URL_without_a_slash_is_the_root()
    {
        var request = Read("""{ "httpMethod": "GET", "path": "" }""");

        Assert.That(request.Path, Is.EqualTo("/"));
    }

    [Test]
    public void Nulls_are_as_good_as_nothing()
    {
        var request = Read(
            """
            { "httpMethod": "GET", "path": "/images", "pathParameters": null, "headers": null, "multiValueHeaders": null,
              "queryStringParameters": null, "multiValueQueryStringParameters": null, "requestContext": null, "stageVariables": null,
              "body": null, "isBase64Encoded": false }
            """);

        Assert.That(request.PathParameters, Is.Empty);
        Assert.That(request.Query, Is.Empty);
        Assert.That(request.Headers, Is.Empty);
        Assert.That(request.Body.Length, Is.Zero);
    }

    [TestCase("""{ "apiKey": "secret", "apiKeyId": "a1b2c3d4e5", "sourceIp": "192.0.2.1" }""", "a1b2c3d4e5")]
    [TestCase("""{ "apiKey": null, "apiKeyId": null }""", "")]
    [TestCase("""{ "sourceIp": "192.0.2.1" }""", "")]
    [TestCase("null", "")]
    public void The_API_key_of_a_client_is_known_by_its_id(string identity, string id)
    {
        var request = Read($$"""{ "httpMethod": "GET", "path": "/images", "requestContext": { "identity": {{identity}} } }""");

        Assert.That(request.ApiKeyId, Is.EqualTo(id));
    }

    [Test]
    public void A_repeated_parameter_has_all_its_values_and_names_differ_by_case()
    {
        var request = Read(
            """
            { "httpMethod": "GET", "path": "/images", "queryStringParameters": { "tag": "b", "Tag": "c" },
              "multiValueQueryStringParameters": { "tag": ["a & é", "b"], "Tag": ["c"] } }
            """);

        Assert.That(request.Query["tag"], Is.EqualTo(["a & é", "b"]));
        Assert.That(request.Query["Tag"], Is.EqualTo(["c"]));
    }

    [Test]
    public void An_event_with_single_values_alone_is_read_too()
    {
        var request = Read(
            """
            { "httpMethod": "GET", "path": "/images", "queryStringParameters": { "limit": "5" }, "headers": { "content-type": "image/png" } }
            """);

        Assert.That(request.Query["limit"], Is.EqualTo(["5"]));
        Assert.That(request.Header("Content-Type"), Is.EqualTo("image/png"));
    }

    [Test]
    public void Headers_are_found_in_any_case_with_all_values()
    {
        var request = Read(
            """
            { "httpMethod": "GET", "path": "/images", "headers": { "X-Test": "c" },
              "multiValueHeaders": { "x-test": ["a", "b"], "X-Test": ["c"], "Accept": ["image/*"] } }
            """);

        Assert.That(request.Headers["X-TEST"], Is.EqualTo(["a", "b", "c"]));
        Assert.That(request.Header("accept"), Is.EqualTo("image/*"));
    }

    [Test]
    public void A_body_in_base64_is_decoded()
    {
        var request = Read("""{ "httpMethod": "POST", "path": "/images", "body": "iVBORw0KGgr/AA==", "isBase64Encoded": true }""");

        Assert.That(request.Body.ToArray(), Is.EqualTo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0x00]));
    }

    [Test]
    public void A_body_as_text_becomes_UTF_8()
    {
        var request = Read(
            """
            { "httpMethod": "POST", "path": "/images", "body": "{\"fileName\":\"Straße \ud83c\udf05\"}", "isBase64Encoded": false }
            """);

        Assert.That(Encoding.UTF8.GetString(request.Body.Span), Is.EqualTo("{\"fileName\":\"Straße 🌅\"}"));
    }

    [Test]
    public void The_id_is_that_of_the_gateway()
    {
        var request = Read("""{ "httpMethod": "GET", "path": "/images", "requestContext": { "requestId": "c6af9ac6-7b61" } }""");

        Assert.That(request.Id, Is.EqualTo("c6af9ac6-7b61"));
    }

    [TestCase("""{ "httpMethod": "GET", "path": "/images" }""")]
    [TestCase("""{ "httpMethod": "GET", "path": "/images", "requestContext": { "requestId": "" } }""")]
    public void Without_a_gateway_the_id_is_that_of_Lambda(string proxyEvent)
    {
        var request = Read(proxyEvent);

        Assert.That(request.Id, Is.EqualTo(_context.AwsRequestId));
    }

    [Test]
    public void The_time_that_is_left_is_that_of_the_invocation()
    {
        var request = Read("""{ "httpMethod": "GET", "path": "/images" }""");

        Assert.That(request.RemainingTime, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    private Request Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var serializer = FunctionHost.SerializerOf(typeof(ProxyFunction).Assembly);
        return ProxyRequest.Of(serializer.Deserialize<APIGatewayProxyRequest>(stream), _context);
    }
}
