using System.Text;
using ImageService.Handlers.Http;
using ImageService.Local;
using ImageService.Local.Gateway;
using RestSharp;

namespace ImageService.E2E.Gateways;

/// <summary>What the gateway does around a function: each test deploys a function of its own.</summary>
public sealed class GatewayTests
{
    private readonly ManualTime _time = new();
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_function_that_crashes_is_a_502()
    {
        using var api = Deploy(_ => throw new InvalidOperationException("secret"));

        var answer = await api.List();

        Assert.That(answer, Is.Status(502));
        AssertGatewayProblem(answer, "bad-gateway");
        Assert.That(answer.Text, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task A_function_that_fails_later_or_with_a_timeout_of_its_own_is_a_502_too()
    {
        using var api = Deploy(async _ =>
        {
            await Task.Yield();
            throw new TimeoutException();
        });

        var answer = await api.List();

        Assert.That(answer, Is.Status(502));
    }

    [TestCase(99, "X-Test", "fine")]
    [TestCase(600, "X-Test", "fine")]
    [TestCase(200, "X-Test", "line\r\nbreak")]
    [TestCase(200, "X-Test", "ünprintable")]
    [TestCase(200, "X\nTest", "fine")]
    public async Task An_answer_that_is_no_HTTP_is_a_502(int status, string header, string value)
    {
        using var api = Deploy(_ => Task.FromResult(new Response(status) { Headers = { [header] = value } }));

        var answer = await api.List();

        Assert.That(answer, Is.Status(502));
    }

    [Test]
    public async Task A_function_that_does_not_answer_within_29_seconds_is_a_504()
    {
        using var api = Deploy(_ => new TaskCompletionSource<Response>().Task);

        var request = api.List();
        await _time.TimerArmed();
        _time.Advance(TimeSpan.FromSeconds(28.9));
        var early = !_time.TimerArmed().IsCompleted;
        _time.Advance(TimeSpan.FromSeconds(0.2));

        var answer = await request;
        Assert.That(early, Is.False);
        Assert.That(answer, Is.Status(504));
        AssertGatewayProblem(answer, "gateway-timeout");
    }

    [Test]
    public async Task Headers_that_are_about_the_connection_are_dropped()
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200)
        {
            Headers = { ["Transfer-Encoding"] = "chunked", ["Upgrade"] = "h2c", ["Trailer"] = "X-Test", ["X-Test"] = "kept" },
            Body = "four"u8.ToArray(),
        }));

        var answer = await api.List();

        Assert.That(answer.Text, Is.EqualTo("four"));
        Assert.That(answer.Headers.Keys, Has.None.AnyOf("Transfer-Encoding", "Upgrade", "Trailer"));
        Assert.That(answer.Header("X-Test"), Is.EqualTo("kept"));
    }

    [Test]
    public async Task Headers_that_the_gateway_sets_itself_are_remapped()
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200)
        {
            Headers = { ["Content-Length"] = "7", ["Date"] = "yesterday", ["X-Test"] = "kept" },
            Body = "four"u8.ToArray(),
        }));

        var answer = await api.List();

        Assert.Multiple(() =>
        {
            Assert.That(answer.Text, Is.EqualTo("four"));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo("4"));
            Assert.That(answer.Header("Date"), Is.Not.EqualTo("yesterday"));
            Assert.That(answer.Header("x-amzn-Remapped-Content-Length"), Is.EqualTo("7"));
            Assert.That(answer.Header("x-amzn-Remapped-Date"), Is.EqualTo("yesterday"));
            Assert.That(answer.Header("X-Test"), Is.EqualTo("kept"));
            Assert.That(answer.Header("x-amzn-RequestId"), Is.Not.Empty);
        });
    }

    [Test]
    public async Task The_function_gets_the_request_whole()
    {
        Request? seen = null;
        using var api = Deploy(request =>
        {
            seen = request;
            return Task.FromResult(new Response(200));
        });

        await api.Send(new RestRequest("images/a%2Fb%20c?x=1&X=2&x=3&empty=&plus=a+b&pct=%C3%A9", Method.Delete)
            .AddHeader("X-One", "first").AddBody("body", ContentType.Plain));

        Assert.Multiple(() =>
        {
            Assert.That(seen!.Method, Is.EqualTo("DELETE"));
            Assert.That(seen.Path, Is.EqualTo("/images/a%2Fb%20c"));
            Assert.That(seen.PathParameters["id"], Is.EqualTo("a/b c"));
            Assert.That(seen.Query["x"], Is.EqualTo(["1", "3"]));
            Assert.That(seen.Query["X"], Is.EqualTo(["2"]));
            Assert.That(seen.Query["empty"], Is.EqualTo([""]));
            Assert.That(seen.Query["plus"], Is.EqualTo(["a b"]));
            Assert.That(seen.Query["pct"], Is.EqualTo(["é"]));
            Assert.That(seen.Header("x-one"), Is.EqualTo("first"));
            Assert.That(Encoding.UTF8.GetString(seen.Body.Span), Is.EqualTo("body"));
            Assert.That(seen.RemainingTime, Is.EqualTo(TimeSpan.FromSeconds(28)));
        });
    }

    [Test]
    public async Task A_repeated_header_gets_to_the_function_with_all_its_values()
    {
        Request? seen = null;
        using var api = Deploy(request =>
        {
            seen = request;
            return Task.FromResult(new Response(200));
        });

        await RawRequest.SendAsync(new Uri($"{api.BaseUrl}/images"), "GET", "X-Many: first", "x-many: second, third");

        Assert.That(seen!.Headers["X-Many"], Is.EqualTo(["first", "second, third"]));
        Assert.That(seen.Header("X-Many"), Is.EqualTo("second, third"));
    }

    [Test]
    public async Task The_newer_URL_of_LocalStack_leads_to_the_same_API()
    {
        using var api = Deploy(request => Task.FromResult(new Response(200) { Body = Encoding.UTF8.GetBytes(request.Path) }));
        using var http = new HttpClient();

        var path = await http.GetStringAsync(new Uri(_cloud.Endpoint, "/_aws/execute-api/test/dev/images/7"));

        Assert.That(path, Is.EqualTo("/images/7"));
    }

    [TestCase("/restapis/other/dev/_user_request_/images")]
    [TestCase("/restapis/test/prod/_user_request_/images")]
    [TestCase("/_aws/execute-api/test/prod/images")]
    public async Task An_API_or_stage_that_is_not_deployed_is_forbidden(string path)
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200)));
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(_cloud.Endpoint, path));

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
    }

    private static void AssertGatewayProblem(Answer answer, string code)
    {
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/problem+json"));
        Assert.That((string?)answer.Json["code"], Is.EqualTo(code));
        Assert.That((int?)answer.Json["status"], Is.EqualTo(answer.Status));
        Assert.That((string?)answer.Json["requestId"], Is.EqualTo(answer.Header("x-amzn-RequestId")));
    }

    private ApiClient Deploy(Function function) => TestApi.Deploy(_cloud, function);
}
