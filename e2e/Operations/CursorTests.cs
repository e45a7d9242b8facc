using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>A cursor is good for its own listing, as it was given.</summary>
public sealed class CursorTests
{
    private readonly string _owner = $"owner-{Guid.NewGuid()}";

    [Test]
    public async Task A_cursor_of_another_listing_is_refused()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Api.UploadImage(SampleImages.Png(), owner: _owner)));
        await Eventually.That(() => Api.ListIds(("owner", _owner)), Has.Count.EqualTo(3));
        var cursor = (await Api.List(("owner", _owner), ("limit", "1"))).Page.NextCursor!;
        (string, string)[][] others =
        [
            [],
            [("owner", "somebody else")],
            [("owner", _owner), ("order", "asc")],
            [("owner", _owner), ("tag", "beach")],
            [("owner", _owner), ("contentType", "image/png")],
            [("owner", _owner), ("fileName", "a")],
            [("owner", _owner), ("createdAfter", "2020-01-01T00:00:00Z")],
        ];

        var answers = await Task.WhenAll(others.Select(other => Api.List([.. other, ("cursor", cursor)])));

        Assert.That(answers, Has.All.Matches(Is.Problem(400, "invalid-cursor")));
    }

    [Test]
    public async Task A_cursor_with_one_character_altered_is_refused()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Api.UploadImage(SampleImages.Png(), owner: _owner)));
        await Eventually.That(() => Api.ListIds(("owner", _owner)), Has.Count.EqualTo(2));
        var cursor = (await Api.List(("owner", _owner), ("limit", "1"))).Page.NextCursor!;
        var altered = Enumerable.Range(0, cursor.Length).Select(i => $"{cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}");

        var answers = await Task.WhenAll(altered.Select(other => Api.List(("owner", _owner), ("cursor", other))));

        Assert.That(answers, Has.All.Matches(Is.Problem(400, "invalid-cursor")));
    }

    [TestCase(980)]
    [TestCase(2000)]
    public async Task A_forged_cursor_that_is_too_long_is_refused(int length)
    {
        string Forge(int length) => CursorTests.Forge($"{new string('a', length)}\0{Guid.CreateVersion7()}", "4:True1:a-----");

        var possible = await Api.List(("fileName", "a"), ("cursor", Forge(900)));
        var answer = await Api.List(("fileName", "a"), ("cursor", Forge(length)));

        Assert.That(possible, Is.Status(200));
        Assert.That(answer, Is.Problem(400, "invalid-cursor"));
    }

    [TestCase("b.png")]
    [TestCase("A.png", Description = "Names are sorted in lower case.")]
    [TestCase("a\0.png")]
    public async Task A_forged_cursor_of_another_name_is_refused(string name)
    {
        var answer = await Api.List(("fileName", "a"), ("cursor", Forge($"{name}\0{Guid.CreateVersion7()}", "4:True1:a-----")));

        Assert.That(answer, Is.Problem(400, "invalid-cursor"));
    }

    [TestCase(-1, 400)]
    [TestCase(0, 200)]
    [TestCase(999, 200)]
    [TestCase(1000, 400)]
    [TestCase(1001, 400)]
    public async Task A_forged_cursor_of_another_time_is_refused(int milliseconds, int status)
    {
        var start = DateTimeOffset.Parse("2021-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var range = new[] { ("createdAfter", "2021-01-01T00:00:00Z"), ("createdBefore", "2021-01-01T00:00:01Z") };
        var cursor = Forge($"{Guid.CreateVersion7(start.AddMilliseconds(milliseconds))}", "5:False-13:160945920000013:1609459201000---");

        var answer = await Api.List([.. range, ("cursor", cursor)]);

        Assert.That(answer, Is.Status(status));
    }

    [TestCase("x")]
    [TestCase("not a cursor")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("🌅")]
    public async Task A_text_that_is_not_a_cursor_is_refused(string cursor)
    {
        var answer = await Api.List(("cursor", cursor));

        Assert.That(answer, Is.Problem(400, "invalid-cursor"));
    }

    /// <summary>The digest has no key: any client can make it, from the position and the filters of the listing.</summary>
    private static string Forge(string position, string listing)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{position.Length}:{position}{listing}"))[..16];
        return Base64Url.EncodeToString([.. digest, .. Encoding.UTF8.GetBytes(position)]);
    }
}
