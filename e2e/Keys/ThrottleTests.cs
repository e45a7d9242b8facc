using EmbeddedAws;
using ImageService.E2E.Clouds;
using ImageService.E2E.Failures;
using ImageService.Handlers.Routing;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Keys;

/// <summary>How many requests the holder of a key may send.</summary>
[NotOnLocalStack("Its usage plans do not limit requests.")]
public sealed class ThrottleTests
{
    private static readonly UsageLimit Three = new(RequestsPerSecond: 1, Burst: 3);
    private static readonly UsageLimit One = new(RequestsPerSecond: 0.001, Burst: 1);

    private readonly string _key = KeyTexts.New();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [TestCaseSource(typeof(OperationCall), nameof(OperationCall.OfKeys))]
    public async Task A_request_above_the_rate_is_a_429_of_the_gateway(OperationCall call)
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = One, UploadLimit = One });
        using var client = cloud.ClientWith(_key);

        var first = await call.SendTo(client);
        var second = await call.SendTo(client);

        Assert.That(first.Status, Is.Not.EqualTo(429));
        Assert.That(second, Is.GatewayProblem(429, "too-many-requests"));
        Assert.That(second.Header("Retry-After"), Is.EqualTo("1"));
        Assert.That(second.Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
    }

    [Test]
    public async Task As_many_come_through_at_once_as_the_burst_and_then_as_the_rate()
    {
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = Three });
        using var client = cloud.ClientWith(_key);

        var atOnce = await Statuses(client, 4);
        _time.Advance(TimeSpan.FromMilliseconds(900));
        var early = await Statuses(client, 1);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        var afterASecond = await Statuses(client, 2);
        // More than the burst takes, and less than a signature may be off.
        _time.Advance(TimeSpan.FromMinutes(10));
        var later = await Statuses(client, 4);

        Assert.That(atOnce, Is.EqualTo([200, 200, 200, 429]));
        Assert.That(early, Is.EqualTo([429]));
        Assert.That(afterASecond, Is.EqualTo([200, 429]));
        Assert.That(later, Is.EqualTo([200, 200, 200, 429]));
    }

    [Test]
    public async Task Of_many_at_the_same_moment_no_more_than_the_burst_come_through()
    {
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = Three });
        using var client = cloud.ClientWith(_key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.List()));

        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo([200, 200, 200, .. Enumerable.Repeat(429, 37)]));
    }

    [Test]
    public async Task What_one_key_sends_does_not_count_for_another()
    {
        var other = KeyTexts.New();
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key, other], RequestLimit = One });
        using var first = cloud.ClientWith(_key);
        using var second = cloud.ClientWith(other);

        var ofFirst = await Statuses(first, 2);
        var ofSecond = await Statuses(second, 2);

        Assert.That(ofFirst, Is.EqualTo([200, 429]));
        Assert.That(ofSecond, Is.EqualTo([200, 429]));
    }

    [Test]
    public async Task Requests_without_a_key_do_not_count()
    {
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = One });
        using var client = cloud.ClientWith(_key);

        var refused = await Statuses(cloud.Api, 2);
        var answer = await client.List();

        Assert.That(refused, Is.EqualTo([403, 403]));
        Assert.That(answer, Is.Status(200));
    }

    [Test]
    public async Task Uploads_to_S3_are_counted_apart()
    {
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = Three, UploadLimit = One });
        using var client = cloud.ClientWith(_key);
        var description = LargeUpload.Describe(SampleImages.Png());

        var uploads = new[] { await client.CreateUpload(description), await client.CreateUpload(description) };
        var others = await Statuses(client, 4);

        Assert.That(uploads[0], Is.Status(201));
        Assert.That(uploads[1], Is.GatewayProblem(429, "too-many-requests"));
        Assert.That(others, Is.EqualTo([200, 200, 200, 429]));
    }

    [Test]
    public async Task The_answer_is_worded_as_its_example_is()
    {
        await using var cloud = await StartAsync(new ServiceDeploymentOptions { ApiKeys = [_key], RequestLimit = One });
        using var client = cloud.ClientWith(_key);

        await client.List();
        var answer = (await client.List()).Json;

        Assert.That(answer.ToJsonString(), Is.EqualTo(DescribedExample.Of("TooManyRequests", (string)answer["requestId"]!)));
    }

    private Task<Embedded> StartAsync(ServiceDeploymentOptions options) => Embedded.StartAsync(new EmbeddedCloudOptions { Time = _time }, options);

    private static async Task<IReadOnlyList<int>> Statuses(ApiClient client, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
            statuses.Add((await client.List()).Status);
        return statuses;
    }
}
