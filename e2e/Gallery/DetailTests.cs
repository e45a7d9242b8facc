using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>One image, large, with its data.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class DetailTests
{
    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task It_shows_what_is_known_of_an_image()
    {
        var metadata = new JsonObject { ["title"] = "Sunset", ["location"] = "Goa", ["tags"] = new JsonArray("beach"), ["attributes"] = new JsonObject { ["camera"] = "X100" } };
        await GalleryImages.Upload(Api, SampleImages.Png(640, 480), "sunset.png", metadata, _owner);
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        await visit.Click(".tile a");
        await visit.UntilShown("#heading", "Sunset");

        var about = await visit.Read<string>("document.querySelector('#about').innerText");
        foreach (var part in new[] { "sunset.png", _owner, "Goa", "beach", "PNG", "640 × 480", "X100" })
            Assert.That(about, Does.Contain(part));
    }

    [Test]
    public async Task Its_address_opens_it_and_Back_closes_it()
    {
        var image = (await GalleryImages.Upload(_owner, "a.png"))[0];
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}");
        await visit.UntilShown("#heading", "a.png");
        await visit.Click("#leave");
        await visit.Until("!document.querySelector('#view').open");
        await visit.Click(".tile a");
        await visit.Until($"location.search.endsWith('image={image.Id}')");

        await visit.Page.GoBackAsync();

        await visit.Until("!document.querySelector('#view').open");
        Assert.That(new Uri(visit.Page.Url).Query, Is.EqualTo($"?owner={_owner}"));
    }

    [Test]
    public async Task An_image_that_is_gone_says_so_and_can_be_tried_again()
    {
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={Guid.CreateVersion7()}");

        await visit.UntilShown("#about", "There is no image");
        await visit.UntilShown("#about button", "Try again");
    }

    [Test]
    public async Task The_keyboard_opens_turns_and_closes()
    {
        await GalleryImages.Upload(_owner, "c.png", "b.png", "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Page.FocusAsync(".tile a");

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.UntilShown("#heading", "b.png");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.UntilShown("#heading", "c.png");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Until("!document.querySelector('#view').open");

        Assert.That(await visit.Read<string>("document.activeElement.textContent"), Does.EndWith("c.png"));
    }

    [Test]
    public async Task A_tag_leads_to_all_that_have_it()
    {
        var tag = $"tag-{Guid.NewGuid():N}";
        await GalleryImages.Upload(Api, SampleImages.Png(), "one.png", new JsonObject { ["tags"] = new JsonArray(tag) }, _owner);
        await GalleryImages.Upload(_owner, "two.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Click(".tile:nth-child(2) a");
        await visit.UntilShown("#about .tags", tag);

        await visit.Click("#about .tags a");

        await visit.UntilNames("one.png");
        Assert.That(await visit.Read<bool>("document.querySelector('#view').open"), Is.False);
    }

    [Test]
    public async Task Its_link_is_copied()
    {
        var image = (await GalleryImages.Upload(_owner, "sea.png"))[0];
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}");
        await visit.UntilShown("#heading", "sea.png");
        await visit.Page.EvaluateExpressionAsync("navigator.clipboard.writeText = async text => { window.copied = text; };");

        await visit.Press("Copy link");
        await visit.UntilSaid("Link copied.");

        Assert.That(await visit.Read<string>("copied"), Is.EqualTo($"{Api.BaseUrl.ToString().TrimEnd('/')}/images/{image.Id}?download=true"));
    }

    [Test]
    public async Task It_is_deleted_after_a_question_and_with_a_word()
    {
        var images = await GalleryImages.Upload(_owner, "keep.png", "drop.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={images[1].Id}");
        await visit.UntilShown("#heading", "drop.png");

        await visit.Press("Delete", "#about");
        await visit.UntilShown("#question", "Delete drop.png?");
        await visit.Press("Cancel", "#ask");
        var kept = await Api.Get(images[1].Id);
        await visit.Press("Delete", "#about");
        await visit.Press("Delete", "#ask");

        await visit.UntilSaid("1 image deleted.");
        await visit.UntilNames("keep.png");
        Assert.That(kept, Is.Status(200));
        Assert.That(await Api.Get(images[1].Id), Is.Problem(404, "image-not-found"));
        Assert.That(await visit.Read<string>("document.activeElement.textContent"), Does.EndWith("keep.png"));
    }

    [Test]
    public async Task Deleting_what_is_gone_is_no_failure()
    {
        var image = (await GalleryImages.Upload(_owner, "gone.png"))[0];
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}");
        await visit.UntilShown("#heading", "gone.png");
        await Api.Delete(image.Id);

        await visit.Press("Delete", "#about");
        await visit.Press("Delete", "#ask");

        await visit.UntilSaid("It had already been deleted.");
        await visit.UntilNames();
    }
}
