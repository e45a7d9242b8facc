using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The keys of an API, and how much each may send.</summary>
public sealed class UsagePlanTests
{
    private static readonly ApiKey Anna = new("anna-id", "the-key-of-anna-0123456789");
    private static readonly ApiKey Ben = new("ben-id", "the-key-of-ben-0123456789");
    private static readonly IReadOnlyDictionary<string, string> PlainText = new Dictionary<string, string> { ["Content-Type"] = "text/plain" };

    /// <summary>After this an answer is too late.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = TextWriter.Null });

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task The_event_has_the_key_and_its_id()
    {
        using var api = Deploy(new UsagePlan([Anna, Ben]));

        var identity = await IdentityOf(api, "keyed", Ben.Value);

        Assert.That(identity, Is.EqualTo($$"""{"apiKey":"{{Ben.Value}}","apiKeyId":"ben-id"}"""));
    }

    [Test]
    public async Task A_method_that_requires_no_key_sees_none()
    {
        using var api = Deploy(new UsagePlan([Anna]));

        var identity = await IdentityOf(api, "open", Anna.Value);

        Assert.That(identity, Is.EqualTo("{}"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("anna-id")]
    [TestCase("the-key-of-anna-012345678")]
    [TestCase("the-key-of-anna-01234567890")]
    [TestCase("THE-KEY-OF-ANNA-0123456789")]
    public async Task Without_one_of_its_keys_a_method_is_not_called(string? key)
    {
        using var api = Deploy(new UsagePlan([Anna, Ben]));

        using var answer = await SendAsync(api, "keyed", key);

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo($"INVALID_API_KEY {answer.Header("x-amzn-RequestId")}"));
    }

    [Test]
    public async Task Without_a_key_no_body_is_waited_for()
    {
        using var api = Deploy(new UsagePlan([Anna]));
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await connection.SendAsync($"POST {api.BaseAddress!.AbsolutePath}keyed HTTP/1.1", ["Content-Length: 10000000"]);
        var answer = await connection.ReadUntilAsync("INVALID_API_KEY").WaitAsync(Limit);

        Assert.That(answer, Does.StartWith("HTTP/1.1 403 ").And.Contain("\r\nConnection: close\r\n"));
    }

    [Test]
    public async Task Above_the_rate_no_body_is_waited_for()
    {
        using var api = Deploy(Limited(1, 1));
        await StatusesOf(api, 1);
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await connection.SendAsync($"POST {api.BaseAddress!.AbsolutePath}keyed HTTP/1.1", [$"x-api-key: {Anna.Value}", "Content-Length: 10000000"]);
        var answer = await connection.ReadUntilAsync("Too Many Requests").WaitAsync(Limit);

        Assert.That(answer, Does.StartWith("HTTP/1.1 429 ").And.Contain("\r\nConnection: close\r\n"));
    }

    [Test]
    public async Task Without_a_plan_no_key_is_taken()
    {
        using var api = Deploy();

        using var answer = await SendAsync(api, "keyed", Anna.Value);

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task Where_nothing_is_deployed_for_it_the_answer_is_that_of_API_Gateway()
    {
        using var api = new HttpClient { BaseAddress = new Uri($"{_cloud.Deploy(new RestApi("plain", "dev", Methods) { UsagePlans = [Limited(1, 1)] })}/") };

        using var missing = await SendAsync(api, "keyed", null);
        using var first = await SendAsync(api, "keyed", Anna.Value);
        using var second = await SendAsync(api, "keyed", Anna.Value);

        Assert.That(await missing.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Forbidden"}"""));
        Assert.That((int)first.StatusCode, Is.EqualTo(200));
        Assert.That((int)second.StatusCode, Is.EqualTo(429));
        Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Too Many Requests"}"""));
    }

    [Test]
    public async Task A_bucket_is_full_at_first_and_is_filled_as_time_goes_by()
    {
        using var api = Deploy(Limited(rate: 2, burst: 3));

        var first = await StatusesOf(api, 5);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        var later = await StatusesOf(api, 2);
        _time.Advance(TimeSpan.FromDays(1));
        var muchLater = await StatusesOf(api, 4);

        Assert.That(first, Is.EqualTo([200, 200, 200, 429, 429]));
        Assert.That(later, Is.EqualTo([200, 429]));
        Assert.That(muchLater, Is.EqualTo([200, 200, 200, 429]));
    }

    [Test]
    public async Task A_method_with_a_throttle_of_its_own_has_a_bucket_of_its_own()
    {
        using var api = Deploy(Limited(1, 2) with { MethodThrottles = new Dictionary<string, Throttle> { ["/keyed/POST"] = new(1, 1) } });

        var posts = await StatusesOf(api, 2, HttpMethod.Post);
        var gets = await StatusesOf(api, 3);

        Assert.That(posts, Is.EqualTo([200, 429]));
        Assert.That(gets, Is.EqualTo([200, 200, 429]));
    }

    [Test]
    public async Task An_API_that_is_deployed_again_counts_from_the_beginning()
    {
        using var api = Deploy(Limited(1, 1));
        var before = await StatusesOf(api, 2);

        using var again = Deploy(Limited(1, 1));
        var after = await StatusesOf(again, 2);

        Assert.That(before, Is.EqualTo([200, 429]));
        Assert.That(after, Is.EqualTo([200, 429]));
    }

    [Test]
    public void A_key_is_not_written_out()
    {
        Assert.That($"{Anna} {new UsagePlan([Anna])}", Does.Not.Contain(Anna.Value).And.Contain("anna-id"));
    }

    private static UsagePlan Limited(double rate, int burst) => new([Anna]) { Throttle = new Throttle(rate, burst) };

    private static IReadOnlyList<ApiMethod> Methods =>
    [
        new("GET", "/open", Echo),
        new("GET", "/keyed", Echo) { ApiKeyRequired = true },
        new("POST", "/keyed", Echo) { ApiKeyRequired = true },
    ];

    /// <summary>Answers with the identity that its event has.</summary>
    private static LambdaIntegration Echo => new("test", (proxyEvent, _, _) => Task.FromResult(System.Text.Encoding.UTF8.GetBytes(
        new JsonObject { ["statusCode"] = 200, ["body"] = JsonNode.Parse(proxyEvent)!["requestContext"]!["identity"]!.ToJsonString() }.ToJsonString())));

    private HttpClient Deploy(params UsagePlan[] plans) => new()
    {
        BaseAddress = new Uri($"{_cloud.Deploy(new RestApi("test", "dev", Methods)
        {
            UsagePlans = plans,
            GatewayResponses = new Dictionary<string, GatewayResponse> { ["INVALID_API_KEY"] = new(403, "INVALID_API_KEY $context.requestId", PlainText) },
        })}/"),
    };

    private static async Task<string> IdentityOf(HttpClient api, string path, string key)
    {
        using var answer = await SendAsync(api, path, key);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<IReadOnlyList<int>> StatusesOf(HttpClient api, int count, HttpMethod? method = null)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await SendAsync(api, "keyed", Anna.Value, method);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, string path, string? key, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        return await api.SendAsync(request);
    }
}
