using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.E2E.Failures;
using ImageService.Handlers.Routing;
using ImageService.Local;

namespace ImageService.E2E.Keys;

/// <summary>What is logged of requests with a key: never the key.</summary>
[NotOnLocalStack("Its functions cannot be made to fail or to crash.")]
public sealed class KeyLogTests
{
    [Test]
    public async Task No_log_has_a_key_whatever_happens_to_the_request()
    {
        var (key, wrong, clock) = (KeyTexts.New(), KeyTexts.New(), new BreakableClock());
        await using var log = new StringWriter();
        var shared = TextWriter.Synchronized(log);
        await using var cloud = await Embedded.StartAsync(
            new EmbeddedCloudOptions { RequestLog = shared, ErrorLog = shared },
            new ServiceDeploymentOptions { ApiKeys = [key], Log = shared, Time = clock, RequestLimit = new UsageLimit(0.001, 4) });
        using var client = cloud.ClientWith(key);
        using var stranger = cloud.ClientWith(wrong);
        cloud.Calls.Inject("Query", new AwsFault.Error(400, "AccessDeniedException"), times: 1);

        var statuses = new List<int> { (await client.List()).Status, (await client.List()).Status, (await stranger.List()).Status };
        clock.Breakage = Breakage.InsideTheOperation;
        statuses.Add((await client.List()).Status);
        clock.Breakage = Breakage.BeforeTheOperation;
        statuses.Add((await client.List()).Status);
        statuses.Add((await client.List()).Status);

        Assert.That(statuses, Is.EqualTo([500, 200, 403, 500, 502, 429]));
        Assert.That(log.ToString(), Does.Contain(" 429 ").And.Contain(" 403 ").And.Contain("This clock is broken").And.Contain("crashed"));
        Assert.That(log.ToString(), Does.Not.Contain(key).And.Not.Contain(wrong));
    }
}
