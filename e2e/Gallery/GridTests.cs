using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Gallery;

/// <summary>The images in rows, and what is in their place.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class GridTests
{
    [Test]
    public async Task Images_have_their_place_before_they_are_loaded()
    {
        var owner = GalleryImages.NewOwner();
        var image = await Api.UploadImage(SampleImages.Png(1200, 800), "wide.png", owner);

        await using var visit = await Visit.StartAsync($"?owner={owner}");

        Assert.That(await visit.Read<string>("document.querySelector('.tile').style.getPropertyValue('--r')"), Is.EqualTo("1.5000"));
        Assert.That(await visit.Read<string>("document.querySelector('.tile a').getAttribute('href')"), Does.EndWith($"/?owner={owner}&image={image.Id}"));
    }

    [Test]
    public async Task Pictures_are_variants_of_a_fitting_size_that_are_loaded_late()
    {
        var owner = GalleryImages.NewOwner();
        var images = new List<string>();

        await using var visit = await Visit.StartAsync($"?owner={owner}", prepare: async visit =>
        {
            await Api.UploadImage(SampleImages.Png(1200, 800), "wide.png", owner);
            await visit.Answer(request =>
            {
                if (request.Url.Contains("/variant?", StringComparison.Ordinal))
                    images.Add(request.Url);
                return Task.FromResult(false);
            });
        });

        await visit.Until("document.querySelector('.tile img')?.naturalWidth");
        Assert.That(images, Is.Not.Empty);
        Assert.That(images.Select(url => url.Split("/variant").Last()), Has.All.EqualTo("?width=640").Or.All.EqualTo("?width=320"));
        Assert.That(await visit.Read<string>("document.querySelector('.tile img').loading"), Is.EqualTo("lazy"));
    }

    [Test]
    public async Task What_has_no_variant_is_shown_as_it_is()
    {
        var owner = GalleryImages.NewOwner();
        await Api.UploadImage(SampleImages.Bmp(), "scan.bmp", owner);

        await using var visit = await Visit.StartAsync($"?owner={owner}");

        await visit.Until("document.querySelector('.tile img')?.naturalWidth === 30");
        Assert.That(await visit.Read<string>("document.querySelector('.tile img').src"), Does.EndWith("?download=true"));
    }

    [Test]
    public async Task What_cannot_be_shown_is_a_tile_that_names_its_type()
    {
        var owner = GalleryImages.NewOwner();
        await Api.UploadImage(SampleImages.Png()[..40], "broken.png", owner);

        await using var visit = await Visit.StartAsync($"?owner={owner}");

        await visit.Until("!document.querySelector('.tile img')");
        await visit.UntilShown(".tile .type", "PNG");
    }

    [Test]
    public async Task It_goes_on_while_one_scrolls()
    {
        var owner = GalleryImages.NewOwner();
        await Task.WhenAll(Enumerable.Range(0, 150).Select(i => Api.UploadImage(SampleImages.Png(60, 90), $"{i}.png", owner)));
        await using var visit = await Visit.StartAsync($"?owner={owner}");
        var before = (await visit.Names()).Length;

        await visit.Page.EvaluateExpressionAsync("new Promise(done => { const go = () => document.querySelectorAll('.tile').length < 150 ? (scrollTo(0, 1e6), requestAnimationFrame(go)) : done(); go(); })");

        Assert.That(before, Is.LessThan(150));
        Assert.That(await visit.Names(), Has.Length.EqualTo(150).And.Unique);
    }

    [Test]
    public async Task Names_in_any_script_are_text_and_a_hostile_one_does_nothing()
    {
        var owner = GalleryImages.NewOwner();
        const string hostile = "<img src=x onerror=document.title='broken'><b>bold</b>";
        await GalleryImages.Upload(owner, "صورة الشاطئ.png", "日本の海.png");
        await GalleryImages.Upload(Api, SampleImages.Png(), "c.png", new JsonObject { ["title"] = hostile, ["description"] = hostile, ["tags"] = new JsonArray("<b>tag") }, owner);
        await using var visit = await Visit.StartAsync($"?owner={owner}");

        await visit.Click(".tile a");
        await visit.UntilShown("#about", "<b>tag");

        Assert.That(await visit.Names(), Is.EqualTo([hostile, "日本の海.png", "صورة الشاطئ.png"]));
        Assert.That(await visit.Read<string>("getComputedStyle(document.querySelectorAll('.tile .name')[2]).direction"), Is.EqualTo("rtl"));
        Assert.That(await visit.Read<string>("document.title"), Is.EqualTo($"{hostile} · Gallery"));
        Assert.That(await visit.Read<int>("document.querySelectorAll('main b, dialog b').length"), Is.Zero);
    }

    [Test]
    public async Task An_empty_gallery_says_how_to_begin()
    {
        await using var cloud = await Embedded.StartAsync(new EmbeddedCloudOptions());

        await using var visit = await Visit.StartAsync(api: cloud.Api);

        await visit.UntilShown("#state", "No images yet");
        Assert.That(await visit.Read<string>("document.querySelector('#state button').textContent"), Is.EqualTo("Choose images"));
    }

    [Test]
    public async Task A_list_that_fails_says_why_and_can_be_tried_again()
    {
        var owner = GalleryImages.NewOwner();
        await GalleryImages.Upload(owner, "there.png");
        var fails = true;
        await using var visit = await Visit.StartAsync($"?owner={owner}", prepare: visit => visit.Answer(async request =>
        {
            if (!fails || !request.Url.Contains("/images?", StringComparison.Ordinal))
                return false;
            await request.RespondAsync(FakeAnswers.Problem(503, "service-unavailable", "S3 is out for lunch."), 0);
            return true;
        }));
        await visit.UntilShown("#state", "S3 is out for lunch.");
        fails = false;

        await visit.Press("Try again");

        await visit.UntilNames("there.png");
    }
}
