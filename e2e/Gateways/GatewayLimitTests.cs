using System.Text;
using ImageService.Handlers.Http;
using ImageService.Local;
using ImageService.Local.Gateway;
using RestSharp;

namespace ImageService.E2E.Gateways;

/// <summary>The limits of API Gateway and of an invocation: each test deploys a function of its own.</summary>
public sealed class GatewayLimitTests
{
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    private ApiClient Deploy(Function function) => TestApi.Deploy(_cloud, function);

    [TestCase(4 * 1024 * 1024, 200)]
    [TestCase((4 * 1024 * 1024) + (256 * 1024), 200)]
    [TestCase(5 * 1024 * 1024, 502)]
    public async Task An_answer_above_the_six_MiB_of_an_invocation_is_a_502(int length, int status)
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200) { Body = new byte[length] }));

        var answer = await api.List();

        Assert.That(answer, Is.Status(status));
    }

    [TestCase((4 * 1024 * 1024) + (256 * 1024), 200)]
    [TestCase(5 * 1024 * 1024, 413)]
    [TestCase(10 * 1024 * 1024, 413)]
    [TestCase((10 * 1024 * 1024) + 1, 413)]
    [TestCase(30 * 1024 * 1024, 413)]
    public async Task A_body_above_the_limits_never_gets_to_the_function(int length, int status)
    {
        var calls = 0;
        using var api = Deploy(request =>
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(new Response(request.Body.Length == length ? 200 : 500));
        });

        var answer = await api.Upload(new byte[length]);

        Assert.That(answer, Is.Status(status));
        Assert.That(calls, Is.EqualTo(status == 200 ? 1 : 0));
    }

    [Test]
    public async Task A_body_of_unknown_length_is_limited_too()
    {
        using var api = Deploy(request => Task.FromResult(new Response(200) { Body = Encoding.UTF8.GetBytes($"{request.Body.Length}") }));
        using var http = new HttpClient();

        using var small = await http.SendAsync(Chunked(api, 100_000));
        using var large = await http.SendAsync(Chunked(api, 11 * 1024 * 1024));

        Assert.That(await small.Content.ReadAsStringAsync(), Is.EqualTo("100000"));
        Assert.That((int)large.StatusCode, Is.EqualTo(413));
    }

    [Test]
    public async Task Who_asks_before_sending_a_body_above_the_limit_is_refused_at_once()
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200)));

        var answer = await RawRequest.SendAsync(
            new Uri($"{api.BaseUrl}/images"), "POST", $"Content-Length: {(10 * 1024 * 1024) + 1}", "Expect: 100-continue");

        Assert.That(answer, Does.StartWith("HTTP/1.1 413 "));
        Assert.That(answer, Does.Contain("request-too-large"));
    }

    [TestCase(1, 200)]
    [TestCase(20_000, 413)]
    public async Task Headers_count_towards_the_six_MiB_of_an_invocation(int length, int status)
    {
        using var api = Deploy(_ => Task.FromResult(new Response(200)));
        const int almostAll = (6 * 1024 * 1024 / 4 * 3) - 10_000;

        var answer = await api.Send(new RestRequest("images", Method.Post)
            .AddBody(new byte[almostAll], ContentType.Binary).AddHeader("X-Test", new string('x', length)));

        Assert.That(answer, Is.Status(status));
    }

    private static HttpRequestMessage Chunked(ApiClient api, int length) => new(HttpMethod.Post, $"{api.BaseUrl}/images")
    {
        Content = new ByteArrayContent(new byte[length]),
        Headers = { TransferEncodingChunked = true },
    };
}
