using System.Text.Json.Nodes;
using ImageService.E2E.Clouds;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Operations;

/// <summary>PATCH: a JSON merge patch (RFC 7396) of what is said about an image.</summary>
public sealed class UpdateTests
{
    private readonly string _owner = $"owner-{Guid.NewGuid()}";

    [Test]
    public async Task A_change_is_answered_and_stays()
    {
        var image = await Api.UploadImage(SampleImages.Png(), fileName: "a.png", owner: _owner);

        var answer = await Api.Update(image.Id, """{"fileName":"b.png","metadata":{"title":"Sunset"}}""");

        Assert.Multiple(async () =>
        {
            Assert.That(answer, Is.Status(200));
            Assert.That(answer.Header("ETag"), Is.EqualTo("\"v2\""));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Image.UpdatedAt, Is.GreaterThanOrEqualTo(image.UpdatedAt));
            Assert.That(answer.Image with { Metadata = null, UpdatedAt = "" }, Is.EqualTo(image with { FileName = "b.png", Version = 2, UpdatedAt = "" }));
            Assert.That(answer.Image.Metadata!.Title, Is.EqualTo("Sunset"));
            Assert.That((await Api.Get(image.Id)).Text, Is.EqualTo(answer.Text));
        });
    }

    [Test]
    [NotOnLocalStack("It has no clock that a test can move.")]
    public async Task The_time_of_a_change_is_its_own()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var cloud = await Embedded.StartAsync(apiOptions: new() { Time = time });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        time.Advance(TimeSpan.FromHours(1));

        var answer = await cloud.Api.Update(image.Id, """{"owner":"me"}""");

        Assert.That(answer.Image.CreatedAt, Is.EqualTo(image.CreatedAt));
        Assert.That((DateTimeOffset)answer.Json["updatedAt"]! - (DateTimeOffset)answer.Json["createdAt"]!, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [TestCase("""{"metadata":{"title":"B"}}""", """{"title":"B","tags":["x"],"attributes":{"camera":"X100","lens":"23"}}""")]
    [TestCase("""{"metadata":{"title":null}}""", """{"tags":["x"],"attributes":{"camera":"X100","lens":"23"}}""")]
    [TestCase("""{"metadata":{"tags":["y","z"]}}""", """{"title":"A","tags":["y","z"],"attributes":{"camera":"X100","lens":"23"}}""")]
    [TestCase("""{"metadata":{"attributes":{"lens":null,"film":"none"}}}""", """{"title":"A","tags":["x"],"attributes":{"camera":"X100","film":"none"}}""")]
    [TestCase("""{"metadata":{"attributes":null,"location":"Goa"}}""", """{"title":"A","location":"Goa","tags":["x"]}""")]
    [TestCase("""{"metadata":null}""", null)]
    [TestCase("""{"metadata":{}}""", """{"title":"A","tags":["x"],"attributes":{"camera":"X100","lens":"23"}}""")]
    [TestCase("{}", """{"title":"A","tags":["x"],"attributes":{"camera":"X100","lens":"23"}}""")]
    public async Task A_patch_is_merged(string patch, string? metadata)
    {
        var image = await UploadDescribed("""{"title":"A","tags":["x"],"attributes":{"camera":"X100","lens":"23"}}""");

        var answer = await Api.Update(image.Id, patch);

        Assert.That(answer, Is.Status(200));
        Assert.That(JsonNode.DeepEquals(answer.Json["metadata"], metadata is null ? null : JsonNode.Parse(metadata)), answer.Text);
        Assert.That((await Api.Get(image.Id)).Text, Is.EqualTo(answer.Text));
    }

    [Test]
    public async Task Metadata_can_be_added_where_there_was_none()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, """{"metadata":{"attributes":{"camera":"X100","lens":null}}}""");

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Json["metadata"]!.ToJsonString(), Is.EqualTo("""{"attributes":{"camera":"X100"}}"""));
    }

    [Test]
    public async Task An_owner_can_be_changed_and_removed_and_listings_follow()
    {
        var image = await Api.UploadImage(SampleImages.Png(), owner: _owner);

        var changed = await Api.Update(image.Id, $$"""{"owner":"{{_owner}}-2"}""");
        await Eventually.That(() => Api.ListIds(("owner", $"{_owner}-2")), Is.EqualTo([image.Id]));
        var removed = await Api.Update(image.Id, """{"owner":null}""");

        Assert.That(changed.Image.Owner, Is.EqualTo($"{_owner}-2"));
        Assert.That(removed, Is.Status(200));
        Assert.That(removed.Json.ContainsKey("owner"), Is.False);
        await Eventually.That(() => Api.ListIds(("owner", $"{_owner}-2")), Is.Empty);
        await Eventually.That(() => Api.ListIds(("owner", _owner)), Is.Empty);
    }

    [Test]
    public async Task An_image_is_listed_by_its_new_name()
    {
        var image = await Api.UploadImage(SampleImages.Png(), fileName: $"{_owner}-old.png");

        await Api.Update(image.Id, $$"""{"fileName":"{{_owner}}-NEW.png"}""");

        await Eventually.That(() => Api.ListIds(("fileName", $"{_owner}-new")), Is.EqualTo([image.Id]));
        await Eventually.That(() => Api.ListIds(("fileName", $"{_owner}-old")), Is.Empty);
    }

    [Test]
    public async Task The_bytes_and_their_tag_stay_and_they_have_the_new_name()
    {
        var bytes = SampleImages.Png();
        var image = await Api.UploadImage(bytes, fileName: "a.png");

        await Api.Update(image.Id, """{"fileName":"b.png"}""");

        var download = await Api.Download(image.Id);
        Assert.That(download.Bytes, Is.Bytes(bytes));
        Assert.That(download.Header("ETag"), Is.EqualTo($"\"{image.Sha256}\""));
        Assert.That(download.Header("Content-Disposition"), Is.EqualTo("inline; filename=\"b.png\"; filename*=UTF-8''b.png"));
    }

    [TestCase("application/json")]
    [TestCase("application/merge-patch+json")]
    [TestCase("Application/JSON")]
    public async Task Either_type_of_JSON_is_read(string contentType)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, """{"owner":"me"}""", contentType: contentType);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Image.Owner, Is.EqualTo("me"));
    }

    private async Task<ImageView> UploadDescribed(string metadata) => await Api.UploadJson(new JsonObject
    {
        ["fileName"] = "a.png",
        ["content"] = Convert.ToBase64String(SampleImages.Png()),
        ["metadata"] = JsonNode.Parse(metadata),
    });
}
