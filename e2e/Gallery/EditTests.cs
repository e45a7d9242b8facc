using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Changing what is said about an image.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class EditTests
{
    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task What_was_changed_is_saved_and_nothing_else()
    {
        var image = await GalleryImages.Upload(
            Api, SampleImages.Png(), "a.png", new JsonObject { ["title"] = "Old", ["location"] = "Goa", ["attributes"] = new JsonObject { ["camera"] = "X100" } }, _owner);
        await using var visit = await EditAsync(image);

        await visit.Fill("#edit-fileName", "b.png");
        await visit.Fill("#edit-title", "");
        await visit.Fill("#edit-description", "By the sea");
        await visit.Fill("#edit-tags", "beach, evening , beach");
        await visit.Press("Save");
        await visit.UntilSaid("Saved.");

        var saved = (await Api.Get(image.Id)).Image;
        Assert.Multiple(() =>
        {
            Assert.That(saved.FileName, Is.EqualTo("b.png"));
            Assert.That(saved.Owner, Is.EqualTo(_owner));
            Assert.That(saved.Metadata!.Title, Is.Null);
            Assert.That(saved.Metadata.Description, Is.EqualTo("By the sea"));
            Assert.That(saved.Metadata.Location, Is.EqualTo("Goa"));
            Assert.That(saved.Metadata.Tags, Is.EqualTo(["beach", "evening"]));
            Assert.That(saved.Metadata.Attributes, Is.EqualTo(new Dictionary<string, string> { ["camera"] = "X100" }));
        });
        await visit.UntilNames("b.png");
    }

    [Test]
    public async Task A_fault_is_told_at_its_field()
    {
        var image = (await GalleryImages.Upload(_owner, "a.png"))[0];
        await using var visit = await EditAsync(image);

        await visit.Fill("#edit-fileName", "a/b.png");
        await visit.Press("Save");

        await visit.Until("document.querySelector('#error-fileName').textContent");
        Assert.That(await visit.Read<string>("document.activeElement.id"), Is.EqualTo("edit-fileName"));
        Assert.That(await visit.Read<string>("document.querySelector('#edit-fileName').getAttribute('aria-invalid')"), Is.EqualTo("true"));
        Assert.That(await visit.Read<string>("document.querySelector('#trouble').textContent"), Is.Not.Empty);
    }

    [TestCase("Save mine anyway", "mine")]
    [TestCase("Use their changes", "theirs")]
    public async Task Of_two_who_change_it_at_once_the_second_chooses(string choice, string title)
    {
        var image = (await GalleryImages.Upload(_owner, "a.png"))[0];
        await using var visit = await EditAsync(image);
        await visit.Fill("#edit-title", "mine");
        await Api.Update(image.Id, """{"metadata":{"title":"theirs","location":"Goa"}}""");

        await visit.Press("Save");
        await visit.UntilShown("#trouble", "Someone else has changed this image");
        await visit.UntilShown("#error-title", "It now has: theirs");
        await visit.Press(choice);

        await visit.UntilNames(title);
        var saved = (await Api.Get(image.Id)).Image;
        Assert.That(saved.Metadata!.Title, Is.EqualTo(title));
        Assert.That(saved.Metadata.Location, Is.EqualTo("Goa"));
    }

    [Test]
    public async Task What_is_not_saved_is_not_lost_without_a_question()
    {
        var image = (await GalleryImages.Upload(_owner, "a.png"))[0];
        await using var visit = await EditAsync(image);
        await visit.Fill("#edit-title", "Half a th");

        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.UntilShown("#question", "Discard your changes?");
        await visit.Press("Cancel", "#ask");
        var kept = await visit.Read<string>("document.querySelector('#edit-title').value");
        await visit.Click("#leave");
        await visit.Press("Discard", "#ask");

        await visit.Until("!document.querySelector('#view').open");
        Assert.That(kept, Is.EqualTo("Half a th"));
    }

    [Test]
    public async Task What_a_field_cannot_show_is_not_changed_by_looking_at_it()
    {
        var image = await GalleryImages.Upload(Api, SampleImages.Png(), "a.png", new JsonObject { ["title"] = "a\nb", ["description"] = "one\r\ntwo", ["tags"] = new JsonArray("Paris, France") }, _owner);
        await using var visit = await EditAsync(image);

        var changes = await visit.Read<string>("JSON.stringify(Detail.changes())");
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Until("!document.querySelector('#view').open");
        Assert.That(changes, Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_tag_with_a_comma_stays_one_beside_another()
    {
        var image = await GalleryImages.Upload(Api, SampleImages.Png(), "a.png", new JsonObject { ["tags"] = new JsonArray("sea", "Paris, France", "a.b, (c") }, _owner);
        await using var visit = await EditAsync(image);

        await visit.Fill("#edit-tags", "sea, Paris, France, a.b, (c, Rome, Italy");
        await visit.Press("Save");
        await visit.UntilSaid("Saved.");

        Assert.That((await Api.Get(image.Id)).Image.Metadata!.Tags, Is.EqualTo(["sea", "Paris, France", "a.b, (c", "Rome", "Italy"]));
    }

    [Test]
    public async Task A_question_right_after_another_has_its_own_answer()
    {
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        var answers = await visit.Read<bool[]>(
            """
            (async () => {
              const [no, yes] = ['#no', '#yes'].map(button => document.querySelector(button));
              const first = confirmed('First?', '', 'Yes');
              no.click();
              const second = confirmed('Second?', '', 'Yes');
              yes.click();
              return Promise.all([first, second]);
            })()
            """);

        Assert.That(answers, Is.EqualTo([false, true]));
    }

    private async Task<Visit> EditAsync(ImageView image)
    {
        var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}");
        await visit.UntilShown("#about button", "Edit");
        await visit.Press("Edit");
        return visit;
    }
}
