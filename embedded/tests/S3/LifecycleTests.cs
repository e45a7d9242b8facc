using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.S3;

/// <summary>What the rules of a bucket do as time goes by, on a clock that the test moves.</summary>
public sealed class LifecycleTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 30, 0, TimeSpan.Zero));
    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloudWithABucket()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time });
        await SendAsync("PUT", "", []);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task An_object_expires_at_the_midnight_after_its_days()
    {
        await PutRuleAsync("<Filter><Prefix>old/</Prefix></Filter>", "<Expiration><Days>2</Days></Expiration>");
        await SendAsync("PUT", "/old/a", []);
        await SendAsync("PUT", "/young/a", []);

        _time.Advance(TimeSpan.FromHours(61));
        var before = await SendAsync("HEAD", "/old/a");
        _time.Advance(TimeSpan.FromHours(1));
        var after = await SendAsync("HEAD", "/old/a");
        _time.Advance(TimeSpan.FromHours(30));
        var gone = await SendAsync("HEAD", "/old/a");
        var other = await SendAsync("HEAD", "/young/a");

        Assert.That((before.Status, after.Status, gone.Status, other.Status), Is.EqualTo((200, 404, 404, 200)));
    }

    [Test]
    public async Task A_rule_whose_days_never_end_stops_no_other()
    {
        await PutRuleAsync("<Filter/>", "<Expiration><Days>2147483647</Days></Expiration></Rule><Rule><Filter/><Status>Enabled</Status><Expiration><Days>1</Days></Expiration>");
        await SendAsync("PUT", "/a", []);

        _time.Advance(TimeSpan.FromHours(1));
        var before = await SendAsync("HEAD", "/a");
        _time.Advance(TimeSpan.FromDays(3));
        var after = await SendAsync("HEAD", "/a");

        Assert.That((before.Status, after.Status), Is.EqualTo((200, 404)));
    }

    [TestCase("<Filter><ObjectSizeGreaterThan>3</ObjectSizeGreaterThan></Filter>", 200, 404)]
    [TestCase("<Filter><ObjectSizeLessThan>3</ObjectSizeLessThan></Filter>", 404, 200)]
    [TestCase("<Filter><And><Prefix>l</Prefix><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></And></Filter>", 200, 404)]
    [TestCase("<Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter>", 200, 200)]
    [TestCase("<Filter/>", 404, 404)]
    [TestCase("<Prefix>s</Prefix>", 404, 200)]
    public async Task A_filter_says_which_objects_expire(string filter, int small, int large)
    {
        await PutRuleAsync(filter, "<Expiration><Days>1</Days></Expiration>");
        await SendAsync("PUT", "/small", "12"u8.ToArray());
        await SendAsync("PUT", "/large", "1234"u8.ToArray());

        _time.Advance(TimeSpan.FromDays(3));

        Assert.That(((await SendAsync("HEAD", "/small")).Status, (await SendAsync("HEAD", "/large")).Status), Is.EqualTo((small, large)));
    }

    [TestCase("Enabled", 404)]
    [TestCase("Disabled", 200)]
    public async Task A_rule_with_a_date_holds_from_then_on_where_it_is_enabled(string status, int expected)
    {
        await PutRuleAsync("<Filter/>", "<Expiration><Date>2026-03-05T00:00:00Z</Date></Expiration>", status);
        _time.Advance(TimeSpan.FromDays(3));
        await SendAsync("PUT", "/a", []);
        var before = await SendAsync("HEAD", "/a");

        _time.Advance(TimeSpan.FromDays(1));
        var after = await SendAsync("HEAD", "/a");

        Assert.That((before.Status, after.Status), Is.EqualTo((200, expected)));
    }

    [Test]
    public async Task An_upload_that_is_not_completed_is_aborted()
    {
        await PutRuleAsync("<Filter><Prefix>a</Prefix></Filter>", "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>");
        await SendAsync("POST", "/a?uploads", []);
        await SendAsync("POST", "/b?uploads", []);

        _time.Advance(TimeSpan.FromDays(3));
        var uploads = Encoding.UTF8.GetString((await SendAsync("GET", "?uploads")).Body);

        Assert.That(uploads, Does.Contain("<Key>b</Key>").And.Not.Contain("<Key>a</Key>"));
    }

    private async Task PutRuleAsync(string filter, string action, string status = "Enabled")
    {
        var answer = await SendAsync("PUT", "?lifecycle", Encoding.UTF8.GetBytes($"<LifecycleConfiguration><Rule>{filter}<Status>{status}</Status>{action}</Rule></LifecycleConfiguration>"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    private Task<S3Answer> SendAsync(string method, string target, byte[]? body = null) =>
        Wire.SendAsync(new RequestSignature { Date = _time.GetUtcNow() }, method, $"{_cloud.Endpoint}bucket{target}", body);
}
