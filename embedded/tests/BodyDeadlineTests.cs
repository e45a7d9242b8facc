using EmbeddedAws.ApiGateway;
using EmbeddedAws.Tests.ApiGateway;

namespace EmbeddedAws.Tests;

/// <summary>Bodies that do not arrive whole: each kind of request has one deadline for all of its body.</summary>
public sealed class BodyDeadlineTests
{
    private const string Api = "POST /restapis/test/dev/_user_request_/images HTTP/1.1";
    private const string Table = "POST / HTTP/1.1";
    private const string Object = "PUT /bucket/a HTTP/1.1";

    private readonly WatchedTime _time = new();
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });
        using var api = TestApi.Deploy(_cloud, TestApi.Always(new IntegrationResponse(200)));
        await _cloud.CreateBucketAsync("bucket", []);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCase(Api, 120, "HTTP/1.1 408 ")]
    [TestCase(Table, 120, "HTTP/1.1 408 ")]
    [TestCase(Object, 3600, "HTTP/1.1 400 ")]
    public async Task A_body_that_stalls_is_refused_at_its_deadline(string request, int seconds, string status)
    {
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await BeginAsync(connection, request, 10);
        await connection.WriteAsync("{  ");
        _time.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith(status).And.Contain("Connection: close"));
        Assert.That(answer.Contains("<Code>RequestTimeout</Code>", StringComparison.Ordinal), Is.EqualTo(request == Object));
    }

    [TestCase(Api, 120)]
    [TestCase(Table, 120)]
    [TestCase(Object, 3600)]
    public async Task A_body_that_is_whole_before_its_deadline_is_taken(string request, int seconds)
    {
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await BeginAsync(connection, request, 2);
        await connection.WriteAsync("{");
        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await connection.WriteAsync("}");
        var answer = await connection.ReadUntilAsync("\r\n\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 "));
    }

    [Test]
    public async Task A_body_that_trickles_in_is_refused_too()
    {
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);

        await connection.SendAsync(Api, ["Content-Length: 1000"], "{");
        await _time.TimerArmed;
        for (var second = 0; second < 120; second++)
        {
            await connection.TryWriteAsync(" ");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(await connection.ReadUntilAsync("\r\n\r\n"), Does.StartWith("HTTP/1.1 408 "));
    }

    /// <summary>Sends all but the body, and waits until the server wants it: by then it has verified the time of the signature.</summary>
    private static async Task BeginAsync(RawConnection connection, string request, int length)
    {
        await connection.SendAsync(request, [Target(request), $"Content-Length: {length}", "Expect: 100-continue"], signed: "{}");
        await connection.ReadUntilAsync("100 Continue\r\n\r\n");
    }

    private static string Target(string request) => request == Table ? "X-Amz-Target: DynamoDB_20120810.ListTables" : "X-Test: none";
}
