using EmbeddedAws.ApiGateway;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>How many requests a key may send in a day, a week or a month.</summary>
public sealed class QuotaTests
{
    private const string Anna = "the-key-of-anna-0123456789";
    private const string Ben = "the-key-of-ben-0123456789";

    /// <summary>A Wednesday.</summary>
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 28, 22, 0, 0, TimeSpan.Zero));
    private EmbeddedCloud _cloud = null!;
    private HttpClient _api = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });

    [TearDown]
    public async Task StopTheCloud()
    {
        _api.Dispose();
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task Above_it_a_key_is_refused_and_others_are_not()
    {
        Deploy(new Quota(2, QuotaPeriod.Day));

        var anna = await StatusesOf(Anna, 3);
        var ben = await StatusesOf(Ben, 1);
        using var refused = await SendAsync(Anna);

        Assert.That(anna, Is.EqualTo([200, 200, 429]));
        Assert.That(ben, Is.EqualTo([200]));
        Assert.That(await refused.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Limit Exceeded"}"""));
    }

    [TestCase(QuotaPeriod.Day, "2026-01-28T23:59:59Z", "2026-01-29T00:00:00Z")]
    [TestCase(QuotaPeriod.Week, "2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z")]
    [TestCase(QuotaPeriod.Month, "2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z")]
    public async Task It_is_whole_again_at_the_next_midnight_Sunday_or_first_of_a_month(QuotaPeriod period, DateTimeOffset end, DateTimeOffset begin)
    {
        Deploy(new Quota(1, period));
        await StatusesOf(Anna, 1);

        _time.SetUtcNow(end);
        var before = await StatusesOf(Anna, 1);
        _time.SetUtcNow(begin);
        var after = await StatusesOf(Anna, 2);

        Assert.That(before, Is.EqualTo([429]));
        Assert.That(after, Is.EqualTo([200, 429]));
    }

    [Test]
    public async Task A_week_goes_on_into_the_next_month()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero)); // A Tuesday.
        Deploy(new Quota(1, QuotaPeriod.Week));
        var june = await StatusesOf(Anna, 1);

        _time.SetUtcNow(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        var july = await StatusesOf(Anna, 1);

        Assert.That((june, july), Is.EqualTo((new[] { 200 }, new[] { 429 })));
    }

    [Test]
    public async Task What_the_rate_holds_back_is_not_counted()
    {
        Deploy(new Quota(2, QuotaPeriod.Day), new Throttle(1, 1));

        var first = await StatusesOf(Anna, 3);
        _time.Advance(TimeSpan.FromSeconds(1));
        var second = await StatusesOf(Anna, 1);

        Assert.That(first, Is.EqualTo([200, 429, 429]));
        Assert.That(second, Is.EqualTo([200]));
    }

    private void Deploy(Quota quota, Throttle? throttle = null)
    {
        var echo = new InProcessIntegration("test", TestApi.Always(new IntegrationResponse(200)));
        var plan = new UsagePlan([new ApiKey("anna", Anna), new ApiKey("ben", Ben)]) { Quota = quota, Throttle = throttle };
        var api = new RestApi("test", "dev", [new("GET", "/keyed", echo) { ApiKeyRequired = true }]) { UsagePlans = [plan] };
        _api = new HttpClient { BaseAddress = new Uri($"{_cloud.Deploy(api)}/") };
    }

    private async Task<IReadOnlyList<int>> StatusesOf(string key, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await SendAsync(key);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }

    private async Task<HttpResponseMessage> SendAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "keyed");
        request.Headers.Add("x-api-key", key);
        return await _api.SendAsync(request);
    }
}
