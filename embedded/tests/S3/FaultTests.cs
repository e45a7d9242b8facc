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
}
