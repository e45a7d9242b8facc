using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.E2E.Contract;
using ImageService.E2E.Failures;
using ImageService.Handlers.Routing;
using ImageService.Local;
using RestSharp;

namespace ImageService.E2E.Keys;

/// <summary>An API whose requests need a key.</summary>
[NotOnLocalStack("It is deployed without API keys.")]
public sealed class KeyRequiredTests
{
    private readonly string _key = KeyTexts.New();

    [TestCaseSource(typeof(OperationCall), nameof(OperationCall.OfKeys))]
    public async Task A_request_without_a_key_or_with_another_is_a_403_of_the_gateway(OperationCall call)
    {
        await using var cloud = await StartAsync();
        using var stranger = cloud.ClientWith(KeyTexts.New());
        using var client = cloud.ClientWith(_key);

        var missing = await call.SendTo(cloud.Api);
        var wrong = await call.SendTo(stranger);
        var right = await call.SendTo(client);

        Assert.That(missing, Is.GatewayProblem(403, "api-key-required"));
        Assert.That(wrong, Is.GatewayProblem(403, "api-key-required"));
        Assert.That(right.Status, Is.Not.EqualTo(403));
        Assert.That(right.Header("X-Request-Id"), Is.Not.Empty);
    }

    [TestCase(Method.Get, "", 200)]
    [TestCase(Method.Head, "", 200)]
    [TestCase(Method.Get, "openapi.json", 200)]
    [TestCase(Method.Head, "openapi.json", 200)]
    [TestCase(Method.Options, "images", 204)]
    [TestCase(Method.Options, "uploads", 204)]
    [TestCase(Method.Get, "nothing", 404)]
    [TestCase(Method.Put, "images", 405)]
    [TestCase(Method.Head, "images", 403)]
    [TestCase(Method.Head, "images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44/variant", 403)]
    public async Task Without_a_key_there_are_the_gallery_the_description_and_the_preflight(Method method, string path, int status)
    {
        await using var cloud = await StartAsync();

        var answer = await cloud.Api.Send(new RestRequest(path, method));

        Assert.That(answer, Is.Status(status));
    }

    [Test]
    public async Task Each_of_several_keys_is_taken()
    {
        var other = KeyTexts.New();
        await using var cloud = await StartAsync(other);
        using var first = cloud.ClientWith(_key);
        using var second = cloud.ClientWith(other);

        var image = await first.UploadImage(SampleImages.Png());
        var answer = await second.Get(image.Id);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Image.Id, Is.EqualTo(image.Id));
    }

    [TestCase("upper case")]
    [TestCase("cut off")]
    [TestCase("longer")]
    [TestCase("another at its end")]
    [TestCase("empty")]
    public async Task A_key_is_taken_as_it_is_and_whole(string change)
    {
        await using var cloud = await StartAsync();
        using var client = cloud.ClientWith(change switch
        {
            "upper case" => _key.ToUpperInvariant(),
            "cut off" => _key[..^1],
            "longer" => $"{_key}0",
            "another at its end" => $"{_key[..^1]}~",
            _ => "",
        });

        var answer = await client.List();

        Assert.That(answer, Is.GatewayProblem(403, "api-key-required"));
    }

    [Test]
    public async Task A_key_in_the_query_or_a_repeated_header_is_refused()
    {
        await using var cloud = await StartAsync();
        var url = new Uri($"{cloud.Api.BaseUrl}/images");

        var inQuery = await cloud.Api.List(("x-api-key", _key), ("api_key", _key));
        var twice = await RawRequest.SendAsync(url, "GET", $"x-api-key: {KeyTexts.New()}", $"X-Api-Key: {_key}");

        Assert.That(inQuery, Is.GatewayProblem(403, "api-key-required"));
        Assert.That(twice, Does.StartWith("HTTP/1.1 403"));
    }

    [Test]
    public async Task A_page_elsewhere_may_send_a_key_and_read_that_one_is_missing()
    {
        const string origin = "https://example.com";
        await using var cloud = await Embedded.StartAsync(
            new EmbeddedCloudOptions { AllowedOrigins = [origin] }, new ServiceDeploymentOptions { ApiKeys = [_key], CorsOrigin = origin });

        var preflight = await cloud.Api.Send(new RestRequest("images", Method.Options)
            .AddHeader("Origin", origin).AddHeader("Access-Control-Request-Method", "GET").AddHeader("Access-Control-Request-Headers", "x-api-key"));
        var refused = await cloud.Api.List();

        Assert.That(preflight, Is.Status(204));
        Assert.That(preflight.Header("Access-Control-Allow-Headers"), Is.EqualTo("x-api-key"));
        Assert.That(refused.Header("Access-Control-Allow-Origin"), Is.EqualTo(origin));
    }

    [Test]
    public async Task The_answer_is_worded_as_its_example_is()
    {
        await using var cloud = await StartAsync();

        var answer = (await cloud.Api.List()).Json;

        Assert.That(answer.ToJsonString(), Is.EqualTo(DescribedExample.Of("ApiKeyRequired", (string)answer["requestId"]!)));
    }

    [Test]
    public void The_description_says_which_operations_need_a_key()
    {
        var document = Description.Published.Document;

        var open = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Value!["security"] is JsonArray { Count: 0 }).Select(operation => (string)operation.Value!["operationId"]!);

        Assert.That(document["security"]!.ToJsonString(), Is.EqualTo("""[{"ApiKey":[]}]"""));
        Assert.That(open, Is.EquivalentTo(RouteTable.Routes.Where(route => !RouteTable.NeedsKey(route.Operation)).Select(route => route.Operation.Name())));
    }

    private Task<Embedded> StartAsync(params string[] others) =>
        Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ApiKeys = [_key, .. others] });
}
