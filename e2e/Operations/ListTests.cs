using System.Text.Json.Nodes;

namespace ImageService.E2E.Operations;

/// <summary>Every filter, alone and combined. Each test lists images of an owner or a name that no other test uses.</summary>
public sealed class ListTests
{
    private readonly string _owner = $"owner-{Guid.NewGuid()}";

    [Test]
    public async Task All_images_come_newest_first()
    {
        var older = await Api.UploadImage(SampleImages.Png());
        var newer = await UploadLater(older);

        Task<IReadOnlyList<string>> List() => Api.ListIds(("limit", "100"), ("createdAfter", older.CreatedAt));

        await Eventually.That(List, Is.SupersetOf([newer.Id, older.Id]));
        Assert.That(await List(), Is.Ordered.Descending.And.Unique);
    }

    [Test]
    public async Task A_listed_image_is_the_image()
    {
        var uploaded = await Api.UploadJson(new JsonObject
        {
            ["fileName"] = "a.png",
            ["content"] = Convert.ToBase64String(SampleImages.Png()),
            ["owner"] = _owner,
            ["metadata"] = new JsonObject { ["title"] = "Sunset", ["tags"] = new JsonArray("beach") },
        });
        await Eventually.That(() => Api.ListIds(("owner", _owner)), Is.EqualTo([uploaded.Id]));

        var answer = await Api.List(("owner", _owner));

        var got = await Api.Get(uploaded.Id);
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
        Assert.That(answer.Text, Is.EqualTo($$"""{"images":[{{got.Text}}],"nextCursor":null}"""));
        Assert.That(answer.Header("Link"), Is.Null);
    }

    [Test]
    public async Task Nothing_found_is_an_empty_page()
    {
        var answer = await Api.List(("owner", _owner));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Text, Is.EqualTo("""{"images":[],"nextCursor":null}"""));
    }

    [Test]
    public async Task A_page_holds_twenty_unless_told()
    {
        await Task.WhenAll(Enumerable.Range(0, 21).Select(_ => Api.UploadImage(SampleImages.Png(), owner: _owner)));
        await Eventually.That(() => Api.ListIds(("owner", _owner)), Has.Count.EqualTo(21));

        var page = (await Api.List(("owner", _owner))).Page;

        Assert.That(page.Images, Has.Length.EqualTo(20));
        Assert.That(page.NextCursor, Is.Not.Null);
    }

    [TestCase("asc")]
    [TestCase("desc")]
    public async Task The_order_can_be_turned(string order)
    {
        var first = await Api.UploadImage(SampleImages.Png(), owner: _owner);
        var second = await UploadLater(first, _owner);

        await Eventually.That(
            () => Api.ListIds(("owner", _owner), ("order", order)),
            Is.EqualTo(order == "asc" ? new[] { first.Id, second.Id } : [second.Id, first.Id]));
    }

    [Test]
    public async Task CreatedAfter_is_inclusive_and_createdBefore_exclusive()
    {
        var first = await Api.UploadImage(SampleImages.Png(), owner: _owner);
        var second = await UploadLater(first, _owner);
        var third = await UploadLater(second, _owner);

        Task<IReadOnlyList<string>> List(params (string, string)[] range) => Api.ListIds([("owner", _owner), ("order", "asc"), .. range]);

        await Eventually.That(() => List(("createdAfter", second.CreatedAt)), Is.EqualTo([second.Id, third.Id]));
        await Eventually.That(() => List(("createdBefore", second.CreatedAt)), Is.EqualTo([first.Id]));
        await Eventually.That(() => List(("createdAfter", second.CreatedAt), ("createdBefore", third.CreatedAt)), Is.EqualTo([second.Id]));
        Assert.That(await List(("createdAfter", third.CreatedAt), ("createdBefore", first.CreatedAt)), Is.Empty);
    }

    [Test]
    public async Task A_content_type_narrows_in_any_case()
    {
        await Api.UploadImage(SampleImages.Png(), owner: _owner);
        var jpeg = await Api.UploadImage(SampleImages.Jpeg(), owner: _owner);

        await Eventually.That(() => Api.ListIds(("owner", _owner), ("contentType", "image/JPEG")), Is.EqualTo([jpeg.Id]));
    }

    [Test]
    public async Task A_tag_narrows_to_the_images_that_have_it_whole()
    {
        var tag = $"tag {Guid.NewGuid()}";
        var tagged = await UploadTagged("beach", tag);
        await UploadTagged("beach", $"{tag} and more");
        await Api.UploadImage(SampleImages.Png());

        await Eventually.That(() => Api.ListIds(("tag", tag)), Is.EqualTo([tagged.Id]));
    }

    [Test]
    public async Task All_filters_combine()
    {
        var unique = Guid.NewGuid().ToString("N");
        var first = await Upload(SampleImages.Jpeg(), $"{unique}-0.jpg", _owner, "beach");
        var wanted = await Upload(SampleImages.Jpeg(), $"{unique}-a.jpg", _owner, "beach", after: first);
        await Upload(SampleImages.Png(), $"{unique}-b.png", _owner, "beach");
        await Upload(SampleImages.Jpeg(), $"{unique}-c.jpg", "somebody else", "beach");
        await Upload(SampleImages.Jpeg(), $"{unique}-d.jpg", _owner, "forest");
        await Upload(SampleImages.Jpeg(), $"x-{unique}-e.jpg", _owner, "beach");
        var last = await Upload(SampleImages.Jpeg(), $"{unique}-f.jpg", _owner, "beach", after: wanted);

        Task<IReadOnlyList<string>> List() => Api.ListIds(
            ("fileName", unique), ("owner", _owner), ("contentType", "image/jpeg"), ("tag", "beach"),
            ("createdAfter", wanted.CreatedAt), ("createdBefore", last.CreatedAt), ("order", "asc"), ("limit", "1"));

        await Eventually.That(List, Is.EqualTo([wanted.Id]));
    }

    [Test]
    public async Task A_page_that_JSON_would_make_too_large_for_an_answer_ends_earlier()
    {
        var metadata = new JsonObject
        {
            ["title"] = Controls(256),
            ["description"] = Controls(2048),
            ["location"] = Controls(256),
            ["attributes"] = new JsonObject(Enumerable.Range(10, 16).Select(i => KeyValuePair.Create($"{Controls(62)}{i}", (JsonNode?)Controls(256)))),
            ["tags"] = new JsonArray([.. Enumerable.Range(0, 20).Select(_ => JsonValue.Create(Controls(50)))]),
        };
        await using var cloud = await Clouds.Embedded.StartAsync();
        var images = await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => cloud.Api.UploadJson(new JsonObject
        {
            ["fileName"] = "large.png",
            ["content"] = Convert.ToBase64String(SampleImages.Png()),
            ["metadata"] = metadata.DeepClone(),
        })));

        await Eventually.That(() => cloud.Api.ListIds(("limit", "100")), Is.EquivalentTo(images.Select(image => image.Id)));

        // One byte in DynamoDB, six in JSON.
        static string Controls(int length) => new('\u0001', length);
    }

    /// <summary>Uploads until the clock has gone on by a millisecond: within one, the order is arbitrary.</summary>
    private static async Task<ImageView> UploadLater(ImageView than, string? owner = null)
    {
        while (true)
        {
            var image = await Api.UploadImage(SampleImages.Png(), owner: owner);
            if (string.CompareOrdinal(image.CreatedAt, than.CreatedAt) > 0)
                return image;
            await Api.Delete(image.Id);
        }
    }

    private static Task<ImageView> UploadTagged(params string[] tags) => Api.UploadJson(new JsonObject
    {
        ["fileName"] = "tagged.png",
        ["content"] = Convert.ToBase64String(SampleImages.Png()),
        ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
    });

    private static async Task<ImageView> Upload(byte[] bytes, string fileName, string owner, string tag, ImageView? after = null)
    {
        while (true)
        {
            var image = await Api.UploadJson(new JsonObject
            {
                ["fileName"] = fileName,
                ["content"] = Convert.ToBase64String(bytes),
                ["owner"] = owner,
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
            });
            if (after is null || string.CompareOrdinal(image.CreatedAt, after.CreatedAt) > 0)
                return image;
            await Api.Delete(image.Id);
        }
    }
}
