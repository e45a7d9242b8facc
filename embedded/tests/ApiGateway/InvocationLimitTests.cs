using System.Text;
using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The limits of a request and of an invocation, to the byte, for both kinds of integration.</summary>
public sealed class InvocationLimitTests
{
    private const int LargestEvent = 6_291_455;
    private const int LargestResult = 6_291_556;

    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Null });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task The_largest_event_gets_to_a_function_and_one_byte_more_is_a_413([Values] bool inProcess)
    {
        var lengths = new List<int>();
        using var api = TestApi.Deploy(_cloud, inProcess ? Measured(lengths) : MeasuredLambda(lengths));
        using var some = await PostAsync(api, idLength: 1, padLength: 1000);
        // A character of the id is in the event three times, one of a header twice.
        var missing = LargestEvent - lengths.Single();
        var id = missing % 2 == 0 ? 1 : 2;
        var pad = 1000 + ((missing - ((id - 1) * 3)) / 2);

        using var largest = await PostAsync(api, id, pad);
        using var oneMore = await PostAsync(api, id + 1, pad - 1);

        Assert.That((int)largest.StatusCode, Is.EqualTo(200));
        Assert.That(lengths[1], Is.EqualTo(LargestEvent));
        Assert.That((int)oneMore.StatusCode, Is.EqualTo(413));
        Assert.That(lengths, Has.Count.EqualTo(2));
    }

    [TestCase(LargestResult, 200)]
    [TestCase(LargestResult + 1, 502)]
    public async Task The_largest_answer_of_a_Lambda_function_gets_to_the_client(int length, int status)
    {
        const string head = """{"statusCode":200,"body":""";
        var result = Encoding.UTF8.GetBytes($"{head}\"{new string('x', length - head.Length - 3)}\"}}");
        using var api = TestApi.Deploy(_cloud, new LambdaIntegration("test", (_, _, _) => Task.FromResult(result)));

        using var answer = await api.GetAsync("images");

        Assert.That(result, Has.Length.EqualTo(length));
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("xx", 200)]
    [TestCase("xxx", 502)]
    public async Task The_largest_answer_in_this_process_is_as_large_to_the_byte(string header, int status)
    {
        // {"statusCode":200,"multiValueHeaders":{"X":["xx"]},"body":"","isBase64Encoded":true} has 84 bytes.
        const int length = (LargestResult - 84) / 4 * 3;
        using var api = TestApi.Deploy(_cloud, TestApi.Always(
            new IntegrationResponse(200) { Headers = TestApi.Header("X", header), Body = new byte[length], IsBase64Encoded = true }));

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase(10 * 1024 * 1024)]
    [TestCase((10 * 1024 * 1024) + 1)]
    [TestCase(30 * 1024 * 1024)]
    public async Task A_body_above_the_limits_never_gets_to_the_function(int length)
    {
        var calls = 0;
        using var api = TestApi.Deploy(_cloud, _ =>
        {
            calls++;
            return Task.FromResult(new IntegrationResponse(200));
        });

        using var answer = await api.PostAsync("images", new ByteArrayContent(new byte[length]));

        Assert.That((int)answer.StatusCode, Is.EqualTo(413));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("REQUEST_TOO_LARGE "));
        Assert.That(calls, Is.Zero);
    }

    [Test]
    public async Task A_body_of_unknown_length_is_limited_too()
    {
        using var api = TestApi.Deploy(_cloud, request => Task.FromResult(new IntegrationResponse(200) { Body = Encoding.UTF8.GetBytes($"{request.Body.Length}") }));

        using var small = await api.SendAsync(Chunked(100_000));
        using var large = await api.SendAsync(Chunked(11 * 1024 * 1024));

        Assert.That(await small.Content.ReadAsStringAsync(), Is.EqualTo("100000"));
        Assert.That((int)large.StatusCode, Is.EqualTo(413));
    }

    [Test]
    public async Task A_client_that_asks_before_sending_a_body_above_the_limit_is_refused_at_once()
    {
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)));

        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await connection.SendAsync(
            $"POST {api.BaseAddress!.AbsolutePath}images HTTP/1.1", [$"Content-Length: {(10 * 1024 * 1024) + 1}", "Expect: 100-continue"]);

        Assert.That(await connection.ReadUntilAsync("REQUEST_TOO_LARGE "), Does.StartWith("HTTP/1.1 413 "));
    }

    private static InProcessIntegration Measured(List<int> lengths) => new("test", request =>
    {
        lengths.Add(ProxyEvent.Write(request).Length);
        return Task.FromResult(new IntegrationResponse(200));
    });

    private static LambdaIntegration MeasuredLambda(List<int> lengths) => new("test", (proxyEvent, _, _) =>
    {
        lengths.Add(proxyEvent.Length);
        return Task.FromResult("""{"statusCode":200}"""u8.ToArray());
    });

    private static Task<HttpResponseMessage> PostAsync(HttpClient api, int idLength, int padLength) => api.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"images/{new string('x', idLength)}")
        {
            Content = new ByteArrayContent(new byte[4_700_000]),
            Headers = { { "X-Pad", new string('x', padLength) } },
        });

    private static HttpRequestMessage Chunked(int length) => new(HttpMethod.Post, "images")
    {
        Content = new ByteArrayContent(new byte[length]),
        Headers = { TransferEncodingChunked = true },
    };
}
