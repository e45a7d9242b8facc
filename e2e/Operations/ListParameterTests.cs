using ImageService.E2E.Clouds;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>What the parameters of a listing may be, and what is refused.</summary>
public sealed class ListParameterTests
{
    private readonly string _owner = $"owner-{Guid.NewGuid()}";

    [Test]
    public async Task A_time_may_have_an_offset_and_finer_digits([Values(0, 5.5, -5.5)] double hours, [Values("1", "0000001")] string more)
    {
        var owner = $"{_owner} {hours} {more}";
        var image = await Api.UploadImage(SampleImages.Png(), owner: owner);
        var time = DateTimeOffset.Parse(image.CreatedAt, null).ToOffset(TimeSpan.FromHours(hours));

        var then = $"{time:yyyy-MM-dd'T'HH:mm:ss.fffzzz}";
        var aBitLater = $"{time:yyyy-MM-dd'T'HH:mm:ss.fff}{more}{time:zzz}";
        await Eventually.That(() => Api.ListIds(("owner", owner), ("createdAfter", then)), Is.EqualTo([image.Id]));
        Assert.That(await Api.ListIds(("owner", owner), ("createdAfter", aBitLater)), Is.Empty);
    }

    [Test]
    [NotOnLocalStack("Time can be moved on the embedded cloud only.")]
    public async Task A_leap_second_is_the_first_moment_of_the_next_minute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2016-12-31T23:59:59.5Z", null));
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
        var image = await cloud.Api.UploadImage(SampleImages.Png());

        await Eventually.That(() => cloud.Api.ListIds(("createdBefore", "2016-12-31T23:59:60Z")), Is.EqualTo([image.Id]));
        Assert.That(await cloud.Api.ListIds(("createdAfter", "2016-12-31T23:59:60Z")), Is.Empty);
    }

    [Test]
    [NotOnLocalStack("Time can be moved on the embedded cloud only.")]
    public async Task A_fraction_has_any_number_of_digits()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2020-01-01T00:00:00.525Z", null));
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { Time = time });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await Eventually.That(() => cloud.Api.ListIds(), Is.EqualTo([image.Id]));

        Task<IReadOnlyList<string>[]> After(params string[] fractions) =>
            Task.WhenAll(fractions.Select(fraction => cloud.Api.ListIds(("createdAfter", $"2020-01-01T00:00:00.{fraction}Z"))));
        var notAfterIt = await After("5", "52", "525", "5250", "524999", "0526");
        var afterIt = await After("6", "53", "526", "525001");

        Assert.That(notAfterIt, Is.All.EqualTo(new[] { image.Id }));
        Assert.That(afterIt, Is.All.Empty);
    }

    [TestCase("limit", "0")]
    [TestCase("limit", "101")]
    [TestCase("limit", "-1")]
    [TestCase("limit", "+1")]
    [TestCase("limit", " 1")]
    [TestCase("limit", "1 ")]
    [TestCase("limit", "1.5")]
    [TestCase("limit", "ten")]
    [TestCase("limit", "99999999999999999999")]
    [TestCase("order", "newest")]
    [TestCase("fileName", "a/b")]
    [TestCase("contentType", "image/heic")]
    [TestCase("contentType", "image/*")]
    [TestCase("contentType", "png")]
    [TestCase("tag", "123456789-123456789-123456789-123456789-123456789-1")]
    [TestCase("createdAfter", "yesterday")]
    [TestCase("createdAfter", "2026-11-21")]
    [TestCase("createdAfter", "2026-11-21T19:00:00")]
    [TestCase("createdAfter", "2026-13-21T19:00:00Z")]
    [TestCase("createdAfter", "2026-02-30T19:00:00Z")]
    [TestCase("createdBefore", "2026-11-21T25:00:00Z")]
    [TestCase("createdBefore", "2026-11-21 19:00:00Z")]
    [TestCase("createdBefore", "2026-11-21T19:00:00+24:00")]
    [TestCase("createdBefore", "2026-11-21T19:00:00+01:60")]
    [TestCase("createdBefore", "1700000000")]
    public async Task A_value_that_is_out_of_range_is_named(string name, string value)
    {
        var answer = await Api.List((name, value));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo([name]));
    }

    [TestCase("limit", "0", "must be a whole number from 1 to 100")]
    [TestCase("order", "newest", "must be asc or desc")]
    [TestCase("createdAfter", "yesterday", "must be an RFC 3339 date-time, such as 2026-11-21T19:00:00Z")]
    [TestCase("contentType", "image/svg+xml", "must be one of image/jpeg, image/png, image/gif, image/webp, image/avif, image/bmp, image/tiff")]
    public async Task The_message_says_what_the_value_must_be(string name, string value, string message)
    {
        var answer = await Api.List((name, value));

        Assert.That(answer.Errors[0].Message, Is.EqualTo(message));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo($"{name} {message}."));
    }

    [Test]
    public async Task An_empty_parameter_is_an_absent_one()
    {
        var first = await Api.UploadImage(SampleImages.Png(), owner: _owner);
        var second = await Api.UploadImage(SampleImages.Png(), owner: _owner);

        var query = $"images?owner={_owner}&limit=&cursor=&order=&fileName=&createdAfter=&createdBefore=&contentType=&tag";
        await Eventually.That(async () => (await Api.Send(new(query))).Page.Images.Select(image => image.Id), Is.EqualTo([second.Id, first.Id]));
    }

    [Test]
    public async Task A_type_has_every_name_that_an_upload_may_declare_for_it(
        [Values("image/jpeg", "image/jpg", "image/pjpeg", "IMAGE/JPG", "image/jpeg; charset=binary")] string name)
    {
        var jpeg = await Api.UploadImage(SampleImages.Jpeg(), owner: $"{_owner}-{name}");
        await Api.UploadImage(SampleImages.Png(), owner: $"{_owner}-{name}");

        await Eventually.That(() => Api.ListIds(("owner", $"{_owner}-{name}"), ("contentType", name)), Is.EqualTo([jpeg.Id]));
    }

    [Test]
    public async Task A_listing_goes_on_under_another_name_of_the_type()
    {
        var owner = $"{_owner}-pages";
        var first = await Api.UploadImage(SampleImages.Png(), owner: owner);
        await Api.UploadImage(SampleImages.Png(), owner: owner);
        await Eventually.That(() => Api.ListIds(("owner", owner)), Has.Count.EqualTo(2));

        var page = await Api.List(("owner", owner), ("contentType", "image/x-png"), ("limit", "1"));
        var next = await Api.List(("owner", owner), ("contentType", "image/png"), ("limit", "1"), ("cursor", page.Page.NextCursor!));

        Assert.That(page.Header("Link"), Does.Contain("contentType=image%2Fx-png"));
        Assert.That(next.Page.Images.Select(image => image.Id), Is.EqualTo([first.Id]));
    }

    [TestCase("color=red", "color")]
    [TestCase("fbclid=IwAR0", "fbclid")]
    [TestCase("limit=&limit=", "limit")]
    [TestCase("Limit=1", "Limit")]
    [TestCase("limit=1&limit=2", "limit")]
    [TestCase("owner=a&tag=x&owner=a", "owner")]
    [TestCase("=", "")]
    public async Task An_unknown_or_repeated_parameter_is_named(string query, string name)
    {
        var answer = await Api.Send(new RestSharp.RestRequest($"images?{query}"));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo([name]));
    }

    [TestCase("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("1969-12-31T23:59:59.999Z", "2999-01-01T00:00:00Z")]
    [TestCase("2020-01-01t00:00:00z", "2999-01-01T00:00:00-23:59")]
    [TestCase("2016-12-31T23:59:60Z", "2999-06-30T23:59:60.5Z")]
    public async Task Any_time_there_is_may_be_asked_for(string after, string before)
    {
        var image = await Api.UploadImage(SampleImages.Png(), fileName: _owner, owner: _owner);

        foreach (var filter in new[] { "owner", "fileName" })
            await Eventually.That(() => Api.ListIds((filter, _owner), ("createdAfter", after), ("createdBefore", before)), Is.EqualTo([image.Id]));
    }

    [TestCase("9999-12-31T23:59:59.9999Z")]
    [TestCase("9999-12-31T23:59:59-23:59")]
    public async Task After_the_end_of_time_there_is_nothing(string after)
    {
        var answer = await Api.List(("createdAfter", after));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Page.Images, Is.Empty);
    }
}
