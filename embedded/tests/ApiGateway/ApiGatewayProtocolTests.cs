using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The operations of API Gateway over HTTP: members are in the path, the query and the body.</summary>
public sealed class ApiGatewayProtocolTests
{
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task An_API_is_made_and_removed()
    {
        var (made, api) = await SendAsync("POST", "/restapis", """{"name":"images"}""");
        var (put, method) = await SendAsync("PUT", $"/restapis/{api!["id"]}/resources/{api["rootResourceId"]}/methods/GET", """{"authorizationType":"NONE"}""");
        var (integrated, integration) = await SendAsync(
            "PUT", $"/restapis/{api["id"]}/resources/{api["rootResourceId"]}/methods/GET/integration", $$"""{"type":"AWS_PROXY","httpMethod":"POST","uri":"{{ManagedApi.UriOf("get")}}"}""");

        var (removed, nothing) = await SendAsync("DELETE", $"/restapis/{api["id"]}");

        Assert.That((made, put, integrated, removed), Is.EqualTo((201, 201, 201, 202)));
        Assert.That($"{method!["httpMethod"]} {integration!["httpMethod"]}", Is.EqualTo("GET POST"));
        Assert.That(nothing, Is.Null);
    }

    [Test]
    public async Task Tags_are_in_the_query_when_they_go()
    {
        var (_, api) = await SendAsync("POST", "/restapis", """{"name":"images","tags":{"a,b":"1","c":"2","d":"3"}}""");
        var arn = Uri.EscapeDataString($"arn:aws:apigateway:us-east-1::/restapis/{api!["id"]}");

        var (removed, _) = await SendAsync("DELETE", $"/tags/{arn}?tagKeys=a%2Cb&tagKeys=d");
        var (_, tags) = await SendAsync("GET", $"/tags/{arn}");

        Assert.That((removed, tags!.ToJsonString()), Is.EqualTo((204, """{"tags":{"c":"2"}}""")));
    }

    [TestCase("GET", "/restapis/none", "", 404, "NotFoundException")]
    [TestCase("POST", "/restapis", "", 400, "BadRequestException")]
    [TestCase("POST", "/restapis", "[]", 400, "BadRequestException")]
    [TestCase("POST", "/restapis", """{"name":5}""", 400, "BadRequestException")]
    [TestCase("POST", "/restapis", """{"name":"a","name":"b"}""", 400, "BadRequestException")]
    [TestCase("POST", "/restapis", """{"name":"a","tags":{"b":"\ud800"}}""", 400, "BadRequestException")]
    [TestCase("POST", "/restapis", """{"name":"a","tags":{"\ud800":"b"}}""", 400, "BadRequestException")]
    [TestCase("GET", "/restapis/a%2Fb/resources/%01", "", 404, "NotFoundException")]
    [TestCase("PATCH", "/restapis/none", """{"patchOperations":["a"]}""", 400, "BadRequestException")]
    [TestCase("PUT", "/restapis/none/resources/a/methods/GET/responses/200", "{}", 400, "UnknownOperationException")]
    [TestCase("GET", "/apikeys?name=a&limit=0", "", 400, "BadRequestException")]
    public async Task A_refusal_names_its_code(string method, string target, string body, int status, string code)
    {
        using var answer = await ControlCall.SendAsync(_cloud, "apigateway", method, target, body);

        Assert.That(((int)answer.StatusCode, answer.Header("x-amzn-ErrorType")), Is.EqualTo((status, code)));
    }

    private async Task<(int Status, JsonNode? Answer)> SendAsync(string method, string target, string body = "")
    {
        using var answer = await ControlCall.SendAsync(_cloud, "apigateway", method, target, body);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
