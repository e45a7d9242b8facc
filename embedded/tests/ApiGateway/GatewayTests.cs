using System.Text;
using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>What the gateway does around a function: each test deploys a function of its own.</summary>
public sealed class GatewayTests
{
    private readonly WatchedTime _time = new();
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = TextWriter.Null });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_function_that_crashes_is_a_502_which_tells_nothing_of_it()
    {
        using var api = TestApi.Deploy(_cloud, _ => throw new InvalidOperationException("secret"));

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(502));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("text/plain"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo($"INTEGRATION_FAILURE {answer.Header("x-amzn-RequestId")}"));
    }

    [Test]
    public async Task A_function_that_fails_later_or_with_a_timeout_of_its_own_is_a_502_too()
    {
        using var api = TestApi.Deploy(_cloud, async _ =>
        {
            await Task.Yield();
            throw new TimeoutException();
        });

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(502));
    }

    [Test]
    public async Task A_failure_of_the_gateway_itself_is_logged_and_a_500()
    {
        var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = log });
        var broken = new GatewayResponse(403, "", new Dictionary<string, string> { ["X-Test"] = "line\nbreak" });
        var url = cloud.Deploy(new RestApi("test", "dev", []) { GatewayResponses = new Dictionary<string, GatewayResponse> { ["MISSING_AUTHENTICATION_TOKEN"] = broken } });
        using var http = new HttpClient();

        using var answer = await http.GetAsync(url);

        Assert.That((int)answer.StatusCode, Is.EqualTo(500));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Internal server error"}"""));
        Assert.That(log.ToString(), Does.StartWith($"{answer.Header("x-amzn-RequestId")} apigateway failed: "));
    }

    [TestCase(99, "X-Test", "fine")]
    [TestCase(600, "X-Test", "fine")]
    [TestCase(200, "X-Test", "line\r\nbreak")]
    [TestCase(200, "X-Test", "ünprintable")]
    [TestCase(200, "X\nTest", "fine")]
    public async Task An_answer_that_is_not_HTTP_is_a_502(int status, string header, string value)
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(status) { Headers = TestApi.Header(header, value) }));

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(502));
    }

    [TestCase(60, 29, 504, "INTEGRATION_TIMEOUT")]
    [TestCase(28, 28, 502, "INTEGRATION_FAILURE")]
    [TestCase(3, 3, 502, "INTEGRATION_FAILURE")]
    public async Task The_gateway_waits_29_seconds_and_Lambda_as_long_as_the_function_may_run(int timeout, int seconds, int status, string type)
    {
        var never = new InProcessIntegration("test", _ => new TaskCompletionSource<IntegrationResponse>().Task) { Timeout = TimeSpan.FromSeconds(timeout) };
        using var api = TestApi.Deploy(_cloud, never);

        var request = api.GetAsync("images");
        await Task.WhenAny(_time.TimerArmed, request);
        _time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        var early = request.IsCompleted;
        _time.Advance(TimeSpan.FromSeconds(0.2));

        using var answer = await request;
        Assert.That(early, Is.False);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith(type));
    }

    [Test]
    public async Task Headers_that_are_about_the_connection_are_dropped()
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)
        {
            Headers = new Dictionary<string, IReadOnlyList<string>>
            {
                ["Transfer-Encoding"] = ["chunked"],
                ["Upgrade"] = ["h2c"],
                ["Trailer"] = ["X-Test"],
                ["X-Test"] = ["kept", "twice"],
            },
            Body = "four"u8.ToArray(),
        }));

        using var answer = await api.GetAsync("images");

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("four"));
        Assert.That((answer.Header("Transfer-Encoding"), answer.Header("Upgrade"), answer.Header("Trailer")), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
        Assert.That(answer.Header("X-Test"), Is.EqualTo("kept, twice"));
    }

    [Test]
    public async Task Headers_that_the_gateway_sets_itself_are_remapped()
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)
        {
            Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Length"] = ["7"], ["Date"] = ["yesterday"] },
            Body = "four"u8.ToArray(),
        }));

        using var answer = await api.GetAsync("images");

        Assert.That(answer.Header("Content-Length"), Is.EqualTo("4"));
        Assert.That(answer.Header("Date"), Is.Not.EqualTo("yesterday"));
        Assert.That(answer.Header("x-amzn-Remapped-Content-Length"), Is.EqualTo("7"));
        Assert.That(answer.Header("x-amzn-Remapped-Date"), Is.EqualTo("yesterday"));
        Assert.That(answer.Header("x-amzn-RequestId"), Is.Not.Empty);
    }

    [Test]
    public async Task The_function_gets_the_request_whole()
    {
        IntegrationRequest? seen = null;
        using var api = TestApi.Deploy(_cloud, request =>
        {
            seen = request;
            return Task.FromResult(new IntegrationResponse(200));
        });

        await api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "images/a%2Fb%20c?x=1&X=2&x=3&empty=&plus=a+b&pct=%C3%A9")
        {
            Content = new StringContent("body"),
            Headers = { { "X-One", "first" } },
        });

        Assert.Multiple(() =>
        {
            Assert.That(seen!.HttpMethod, Is.EqualTo("DELETE"));
            Assert.That(seen.ResourcePath, Is.EqualTo("/images/{id}"));
            Assert.That(seen.Path, Is.EqualTo("/images/a%2Fb%20c"));
            Assert.That(seen.PathParameters["id"], Is.EqualTo("a/b c"));
            Assert.That(seen.Query["x"], Is.EqualTo(["1", "3"]));
            Assert.That(seen.Query["X"], Is.EqualTo(["2"]));
            Assert.That(seen.Query["empty"], Is.EqualTo([""]));
            Assert.That(seen.Query["plus"], Is.EqualTo(["a b"]));
            Assert.That(seen.Query["pct"], Is.EqualTo(["é"]));
            Assert.That(seen.Headers["x-one"], Is.EqualTo(["first"]));
            Assert.That(Encoding.UTF8.GetString(seen.Body.Span), Is.EqualTo("body"));
            Assert.That(seen.RemainingTime, Is.EqualTo(TimeSpan.FromSeconds(28)));
        });
    }

    [Test]
    public async Task A_repeated_header_gets_to_the_function_with_all_its_values()
    {
        IntegrationRequest? seen = null;
        using var api = TestApi.Deploy(_cloud, request =>
        {
            seen = request;
            return Task.FromResult(new IntegrationResponse(200));
        });

        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);
        await connection.SendAsync($"GET {api.BaseAddress!.AbsolutePath}images HTTP/1.1", ["X-Many: first", "x-many: second, third"]);
        await connection.ReadUntilAsync("\r\n\r\n");

        Assert.That(seen!.Headers["X-Many"], Is.EqualTo(["first", "second, third"]));
    }

    [Test]
    public async Task The_newer_URL_of_LocalStack_leads_to_the_same_API()
    {
        using var api = TestApi.Deploy(_cloud, request => Task.FromResult(new IntegrationResponse(200) { Body = Encoding.UTF8.GetBytes(request.Path) }));

        var path = await api.GetStringAsync(new Uri(_cloud.Endpoint, "/_aws/execute-api/test/dev/images/7"));

        Assert.That(path, Is.EqualTo("/images/7"));
    }

    [TestCase("8000000000000000")]
    [TestCase("fffffffffffffffff")]
    [TestCase("x")]
    public async Task A_body_in_chunks_of_HTTP_that_are_none_is_a_400(string size)
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)));
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await connection.SendAsync($"POST {api.BaseAddress!.AbsolutePath}images HTTP/1.1", ["Transfer-Encoding: chunked"], $"{size}\r\n{{}}");
        var answer = await connection.ReadUntilAsync("\r\n\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 "));
    }

    [TestCase("/restapis/other/dev/_user_request_/images")]
    [TestCase("/restapis/test/prod/_user_request_/images")]
    [TestCase("/_aws/execute-api/test/prod/images")]
    public async Task An_API_or_stage_that_is_not_deployed_is_forbidden(string path)
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)));

        using var answer = await api.GetAsync(new Uri(_cloud.Endpoint, path));

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Forbidden"}"""));
    }
}
