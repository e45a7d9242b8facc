using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.S3;

/// <summary>What the rules of a bucket do with its versions, on a clock that the test moves.</summary>
public sealed class VersionLifecycleTests
{
    private const string Noncurrent = "<NoncurrentVersionExpiration>{0}<NoncurrentDays>2</NoncurrentDays></NoncurrentVersionExpiration>";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 30, 0, TimeSpan.Zero));
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloudWithABucketThatKeepsVersions()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });
        await SendAsync("PUT", "", []);
        await SendAsync("PUT", "?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"u8.ToArray());
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task An_object_that_expires_leaves_a_marker()
    {
        await PutRuleAsync("<Expiration><Days>1</Days></Expiration>");
        var version = await PutAsync("/a");

        _time.Advance(TimeSpan.FromDays(2));
        var (current, old) = (await SendAsync("HEAD", "/a"), await SendAsync("HEAD", $"/a?versionId={version}"));

        Assert.That((current.Status, current.Header("x-amz-delete-marker"), old.Status), Is.EqualTo((404, "true", 200)));
    }

    [TestCase("", 1, 404, 404)]
    [TestCase("<NewerNoncurrentVersions>1</NewerNoncurrentVersions>", 1, 404, 200)]
    [TestCase("<NewerNoncurrentVersions>2</NewerNoncurrentVersions>", 1, 200, 200)]
    [TestCase("", 0, 200, 200)]
    public async Task Versions_that_are_no_longer_current_go_after_their_days(string newer, int days, int first, int second)
    {
        await PutRuleAsync(Noncurrent.Replace("{0}", newer, StringComparison.Ordinal));
        string[] ids = [await PutAsync("/a"), await PutAsync("/a"), await PutAsync("/a")];

        // The days count to the next midnight.
        _time.Advance(TimeSpan.FromDays(days + 1) + TimeSpan.FromHours(14));
        var statuses = new List<int>();
        foreach (var id in ids)
            statuses.Add((await SendAsync("HEAD", $"/a?versionId={id}")).Status);

        Assert.That(statuses, Is.EqualTo([first, second, 200]));
    }

    [TestCase("<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>", "Key>b<")]
    [TestCase("<Expiration><Days>1</Days></Expiration>", "Key>b<")]
    [TestCase("<Expiration><ExpiredObjectDeleteMarker>false</ExpiredObjectDeleteMarker></Expiration>", "Key>a<")]
    public async Task A_marker_goes_that_nothing_is_left_under(string action, string left)
    {
        await PutRuleAsync(action);
        await SendAsync("DELETE", "/a");
        await PutAsync("/b");
        await SendAsync("DELETE", "/b");

        _time.Advance(TimeSpan.FromDays(3));
        var versions = Encoding.UTF8.GetString((await SendAsync("GET", "?versions")).Body);

        Assert.That(versions, Does.Contain(left).And.Contain("Key>b<"));
        Assert.That(versions.Contains("Key>a<", StringComparison.Ordinal), Is.EqualTo(left == "Key>a<"));
    }

    private async Task<string> PutAsync(string target) => (await SendAsync("PUT", target, [])).Header("x-amz-version-id")!;

    private async Task PutRuleAsync(string action)
    {
        var answer = await SendAsync("PUT", "?lifecycle", Encoding.UTF8.GetBytes($"<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status>{action}</Rule></LifecycleConfiguration>"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    private Task<S3Answer> SendAsync(string method, string target, byte[]? body = null) =>
        Wire.SendAsync(new RequestSignature { Date = _time.GetUtcNow() }, method, $"{_cloud.Endpoint}bucket{target}", body);
}
