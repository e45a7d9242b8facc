using EmbeddedAws.Host;

namespace EmbeddedAws.Tests.S3;

/// <summary>S3's side of counted calls and faults that a test wants.</summary>
public sealed class FaultTests
{
    [Test]
    public async Task Calls_are_counted_by_their_name_in_the_API()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", []);
        await Wire.GetAsync($"{cloud.Endpoint}bucket/a?tagging");

        Assert.That(cloud.Calls.Counts().Select(c => $"{c.Key} {c.Value}"), Is.EquivalentTo((string[])["CreateBucket 1", "PutObject 1", "GetObjectTagging 1"]));
    }

    [Test]
    public async Task A_failure_that_is_wanted_comes_in_the_format_of_S3()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);

        cloud.Calls.Inject("PutObject", new AwsFault.Error(503, "SlowDown"), times: 1);
        var broken = await Wire.PutAsync($"{cloud.Endpoint}bucket/a", []);
        var get = await Wire.GetAsync($"{cloud.Endpoint}bucket/a");

        Assert.That(broken, Is.Refused(503, "SlowDown"));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_put_whose_answer_is_lost_is_done()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);

        cloud.Calls.Inject("PutObject", new AwsFault.LoseAnswer());
        cloud.Calls.Inject("GetObject", new AwsFault.LoseAnswer(), times: 1);
        Assert.That(() => Wire.PutAsync($"{cloud.Endpoint}bucket/a", "hello"u8.ToArray()), Throws.InstanceOf<HttpRequestException>());
        Assert.That(() => Wire.GetAsync($"{cloud.Endpoint}bucket/a"), Throws.InstanceOf<HttpRequestException>());
        var get = await Wire.GetAsync($"{cloud.Endpoint}bucket/a");

        Assert.That(get.Body, Is.EqualTo("hello"u8.ToArray()));
    }

    [Test]
    public async Task A_body_that_is_cut_leaves_nothing_and_shows_a_part()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", "hello"u8.ToArray());

        cloud.Calls.Inject("PutObject", new AwsFault.CutBody(), times: 1);
        cloud.Calls.Inject("GetObject", new AwsFault.CutBody(), times: 1);
        Assert.That(() => Wire.PutAsync($"{cloud.Endpoint}bucket/b", "hello"u8.ToArray()), Throws.InstanceOf<HttpRequestException>());
        Assert.That(() => Wire.GetAsync($"{cloud.Endpoint}bucket/a"), Throws.InstanceOf<HttpRequestException>());

        Assert.That(await Wire.GetAsync($"{cloud.Endpoint}bucket/b"), Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_put_whose_answer_waits_is_done()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        var hold = new AwsFault.Hold(Afterwards: true);
        cloud.Calls.Inject("PutObject", hold, times: 1);

        var put = Wire.PutAsync($"{cloud.Endpoint}bucket/a", "hello"u8.ToArray());
        await hold.Reached;
        var get = await Wire.GetAsync($"{cloud.Endpoint}bucket/a");
        var answeredEarly = put.IsCompleted;
        hold.Release();

        Assert.That(get.Body, Is.EqualTo("hello"u8.ToArray()));
        Assert.That(answeredEarly, Is.False);
        Assert.That((await put).Status, Is.EqualTo(200));
    }
}
