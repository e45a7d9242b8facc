using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>What a stage serves that was made through the operations of API Gateway.</summary>
public sealed class ServedStageTests
{
    private static readonly HttpClient Http = new();

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() =>
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = TextWriter.Null });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_stage_serves_its_deployment_and_not_what_came_after()
    {
        var api = await ManagedApi.DeployAsync(_cloud);
        await api.AddMethodAsync("/images/{id}", "DELETE", "delete");

        var before = await StatusAsync(api, "DELETE");
        await api.PatchStageAsync("/deploymentId", await api.DeploymentAsync());
        var after = await StatusAsync(api, "DELETE");

        Assert.That((before, after), Is.EqualTo((403, 200)));
        Assert.That(await Http.GetStringAsync(api.Url("/images/1")), Is.EqualTo("get"));
    }

    [Test]
    public async Task The_event_has_the_stage_and_the_resource()
    {
        JsonNode? seen = null;
        var api = await ManagedApi.DeployAsync(_cloud, code: proxyEvent =>
        {
            seen = proxyEvent;
            return Task.FromResult(InvokedFunction.Answer(""));
        });

        await Http.GetAsync(api.Url("/images/a%20b"));

        Assert.That($"{seen!["resource"]} {seen["pathParameters"]!["id"]} {seen["requestContext"]!["stage"]} {seen["requestContext"]!["apiId"]}", Is.EqualTo("/images/{id} a b dev images"));
    }

    [Test]
    public async Task A_function_is_invoked_while_its_policy_allows_the_call()
    {
        var api = await ManagedApi.DeployAsync(_cloud);
        var statuses = new List<int> { await StatusAsync(api) };

        foreach (var calls in (string[])["images/dev/GET/images/other", "images/prod/GET/images/id", "images/dev/POST/images/id", "images/dev/GET/images/id"])
        {
            await InvokedFunction.ForbidAsync(_cloud, "get");
            statuses.Add(await StatusAsync(api));
            await InvokedFunction.PermitAsync(_cloud, "get", calls);
            statuses.Add(await StatusAsync(api));
        }

        Assert.That(statuses, Is.EqualTo([200, 500, 500, 500, 500, 500, 500, 500, 200]));
    }

    [Test]
    public async Task A_function_that_fails_is_an_integration_failure()
    {
        var api = await DeployWithResponsesAsync(_ => throw new InvalidOperationException("It failed."));

        using var answer = await Http.GetAsync(api.Url("/images/1"));

        Assert.That(((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((502, "INTEGRATION_FAILURE Internal server error")));
    }

    [Test]
    public async Task A_function_that_is_not_started_is_a_500()
    {
        var api = await DeployWithResponsesAsync();
        await _cloud.CallAsync("lambda", "PutFunctionConcurrency", """{"FunctionName":"get","ReservedConcurrentExecutions":0}""");

        using var answer = await Http.GetAsync(api.Url("/images/1"));

        Assert.That(((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((500, """{"message":"Internal server error"}""")));
    }

    [Test]
    public async Task A_function_that_takes_longer_than_the_integration_waits_is_a_timeout()
    {
        var started = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        var time = new WatchedTime();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = time, ErrorLog = TextWriter.Null });
        var api = await ManagedApi.CreateAsync(cloud);
        await api.AddMethodAsync("/slow", "GET", "slow", timeout: 5_000, code: _ =>
        {
            started.SetResult();
            return never.Task;
        });
        await api.CallAsync("CreateDeployment", """{"stageName":"dev"}""");

        var answering = Http.GetAsync(api.Url("/slow"));
        await Task.WhenAll(started.Task, time.TimerArmed);
        time.Advance(TimeSpan.FromMilliseconds(4_999));
        var early = answering.IsCompleted;
        time.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await answering;

        Assert.That((early, (int)answer.StatusCode), Is.EqualTo((false, 504)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Endpoint request timed out"}"""));
        never.SetResult("");
    }

    [Test]
    public async Task Gateway_responses_have_their_headers_and_the_status_of_the_type()
    {
        var api = await DeployWithResponsesAsync();

        using var answer = await Http.GetAsync(api.Url("/nothing"));

        Assert.That(((int)answer.StatusCode, answer.Header("X-Test"), answer.Header("Content-Type")), Is.EqualTo((403, "yes", "application/json")));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo($"MISSING_AUTHENTICATION_TOKEN {answer.Header("x-amzn-RequestId")}"));
    }

    [Test]
    public async Task Above_the_rate_of_a_method_all_callers_wait()
    {
        var api = await ManagedApi.CreateAsync(_cloud);
        foreach (var path in (string[])["/a", "/b"])
            await api.AddMethodAsync(path, "GET", "get");
        await api.CallAsync("CreateDeployment", """{"stageName":"dev"}""");
        await api.PatchStageAsync("/*/*/throttling/rateLimit", "1");
        await api.PatchStageAsync("/*/*/throttling/burstLimit", "2");
        await api.PatchStageAsync("/~1b/GET/throttling/burstLimit", "1");

        var a = await StatusesAsync(api, "/a", 3);
        var b = await StatusesAsync(api, "/b", 2);
        await api.PatchStageAsync("/description", "unrelated");
        var still = await StatusesAsync(api, "/a", 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = await StatusesAsync(api, "/a", 2);
        await api.PatchStageAsync("/*/*", "", "remove");
        var unlimited = await StatusesAsync(api, "/a", 3);

        Assert.That((a, b, still, later, unlimited), Is.EqualTo(("200 200 429", "200 429", "429", "200 429", "200 200 200")));
    }

    [Test]
    public async Task A_stage_that_is_gone_is_not_served()
    {
        var api = await ManagedApi.DeployAsync(_cloud);
        var before = await StatusAsync(api);

        await api.CallAsync("UpdateRestApi", """{"patchOperations":[{"op":"replace","path":"/disableExecuteApiEndpoint","value":"true"}]}""");
        var disabled = await StatusAsync(api);
        await api.CallAsync("DeleteStage", """{"stageName":"dev"}""");
        var after = await StatusAsync(api);

        Assert.That((before, disabled, after), Is.EqualTo((200, 403, 403)));
    }

    [TestCase("image/png", "application/octet-stream", "YWI=", true, "YWI=")]
    [TestCase("image/png", "image/png", "YWI=", true, "ab")]
    [TestCase("text/plain", "image/png", "ab", false, "ab")]
    public async Task A_body_is_base64_where_its_type_is_binary(string type, string accept, string body, bool isBase64, string answered)
    {
        JsonNode? seen = null;
        var api = await ManagedApi.CreateAsync(_cloud, """{"name":"images","binaryMediaTypes":["image/png"]}""");
        await api.AddMethodAsync("/", "POST", "post", code: proxyEvent =>
        {
            seen = proxyEvent;
            return Task.FromResult("""{"statusCode":200,"body":"YWI=","isBase64Encoded":true}""");
        });
        await api.CallAsync("CreateDeployment", """{"stageName":"dev"}""");

        using var request = new HttpRequestMessage(HttpMethod.Post, api.Url("/")) { Content = new ByteArrayContent("ab"u8.ToArray()) { Headers = { { "Content-Type", type } } } };
        request.Headers.Add("Accept", accept);
        using var answer = await Http.SendAsync(request);

        Assert.That(((string?)seen!["body"], (bool)seen["isBase64Encoded"]!), Is.EqualTo((body, isBase64)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(type == "text/plain" ? "ab" : answered));
    }

    [Test]
    public async Task A_text_is_as_large_as_its_event_may_be()
    {
        var api = await ManagedApi.CreateAsync(_cloud, """{"name":"texts"}""");
        await api.AddMethodAsync("/", "POST", "post");
        await api.CallAsync("CreateDeployment", """{"stageName":"dev"}""");

        using var small = await Http.PostAsync(api.Url("/"), new StringContent(new string('a', 5_000_000)));
        using var escaped = await Http.PostAsync(api.Url("/"), new StringContent(new string('"', 5_000_000)));

        Assert.That(((int)small.StatusCode, (int)escaped.StatusCode), Is.EqualTo((200, 413)));
    }

    [Test]
    public async Task What_was_deployed_is_served_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("apis-");
        var options = new EmbeddedCloudOptions { DataFolder = folder.FullName, ErrorLog = TextWriter.Null };
        await using (var before = await EmbeddedCloud.StartAsync(options))
        {
            var made = await ManagedApi.DeployAsync(before);
            await made.CallAsync("PutGatewayResponse", """{"responseType":"DEFAULT_4XX","responseTemplates":{"application/json":"later"}}""");
            await made.PatchStageAsync("/*/*/throttling/burstLimit", "1");
            await made.PatchStageAsync("/*/*/throttling/rateLimit", "0");
        }

        await using var after = await EmbeddedCloud.StartAsync(options);
        await InvokedFunction.CreateAsync(after, "get");
        var api = new ManagedApi(after, "images", "");
        var statuses = await StatusesAsync(api, "/images/1", 2);
        var response = await api.CallAsync("GetGatewayResponse", """{"responseType":"DEFAULT_4XX"}""");
        await after.DisposeAsync();
        folder.Delete(recursive: true);

        Assert.That((statuses, (string?)response["responseTemplates"]!["application/json"]), Is.EqualTo(("200 429", "later")));
    }

    private async Task<ManagedApi> DeployWithResponsesAsync(Func<JsonNode, Task<string>>? code = null)
    {
        var api = await ManagedApi.CreateAsync(_cloud);
        await api.AddMethodAsync("/images/{id}", "GET", "get", code: code);
        await api.CallAsync("PutGatewayResponse", """{"responseType":"DEFAULT_4XX","responseParameters":{"gatewayresponse.header.X-Test":"'yes'"},"responseTemplates":{"application/json":"$context.error.responseType $context.requestId"}}""");
        await api.CallAsync("PutGatewayResponse", """{"responseType":"INTEGRATION_FAILURE","statusCode":"502","responseTemplates":{"application/json":"$context.error.responseType $context.error.message"}}""");
        await api.CallAsync("CreateDeployment", """{"stageName":"dev"}""");
        return api;
    }

    private static async Task<int> StatusAsync(ManagedApi api, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), api.Url("/images/1"));
        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string> StatusesAsync(ManagedApi api, string path, int count)
    {
        var statuses = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            using var answer = await Http.GetAsync(api.Url(path));
            statuses.Append(i == 0 ? "" : " ").Append((int)answer.StatusCode);
        }

        return statuses.ToString();
    }
}
