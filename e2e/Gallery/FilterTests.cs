using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Searching and filtering, and the address that holds it.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class FilterTests
{
    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task The_names_that_fit_are_shown_as_one_types()
    {
        // Names that only the whole word tells apart: with less of it, the page is not yet what is waited for.
        await GalleryImages.Upload(_owner, "sea.png", "Seal.png", "sew.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        await visit.Fill("#fileName", "sea");

        await visit.UntilNames("sea.png", "Seal.png");
        Assert.That(new Uri(visit.Page.Url).Query, Is.EqualTo($"?fileName=sea&owner={_owner}"));
    }

    [Test]
    public async Task Back_takes_the_search_away_and_forward_brings_it_again()
    {
        await GalleryImages.Upload(_owner, "sea.png", "sew.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Fill("#fileName", "sea");
        await visit.UntilNames("sea.png");

        await visit.Page.GoBackAsync();
        await visit.UntilNames("sew.png", "sea.png");
        var emptied = await visit.Read<string>("document.querySelector('#fileName').value");
        await visit.Page.GoForwardAsync();

        await visit.UntilNames("sea.png");
        Assert.That(emptied, Is.Empty);
        Assert.That(await visit.Read<string>("document.querySelector('#fileName').value"), Is.EqualTo("sea"));
    }

    [Test]
    public async Task A_link_has_all_filters()
    {
        await GalleryImages.Upload(Api, SampleImages.Png(), "one.png", new JsonObject { ["tags"] = new JsonArray("beach") }, _owner);
        await GalleryImages.Upload(Api, SampleImages.Png(), "two.png", new JsonObject { ["tags"] = new JsonArray("beach") }, _owner);
        await GalleryImages.Upload(Api, SampleImages.Gif(), "three.gif", new JsonObject { ["tags"] = new JsonArray("beach") }, _owner);
        await GalleryImages.Upload(_owner, "four.png");

        await using var visit = await Visit.StartAsync($"?owner={_owner}&tag=beach&contentType=image/png&order=asc");

        await visit.UntilNames("one.png", "two.png");
        Assert.That(
            await visit.Read<string[]>("['owner', 'tag', 'contentType', 'order'].map(id => document.getElementById(id).value)"),
            Is.EqualTo([_owner, "beach", "image/png", "reverse"]));
    }

    [Test]
    public async Task The_filters_narrow_what_is_shown()
    {
        await GalleryImages.Upload(Api, SampleImages.Png(), "one.png", new JsonObject { ["tags"] = new JsonArray("beach") }, _owner);
        await GalleryImages.Upload(Api, SampleImages.Gif(), "two.gif", new JsonObject { ["tags"] = new JsonArray("beach") }, _owner);
        await GalleryImages.Upload(_owner, "three.png");
        await using var visit = await Visit.StartAsync();

        await visit.Fill("#owner", _owner);
        await visit.UntilNames("three.png", "two.gif", "one.png");
        await visit.Page.SelectAsync("#order", "reverse");
        await visit.UntilNames("one.png", "two.gif", "three.png");
        await visit.Fill("#tag", "beach");
        await visit.UntilNames("one.png", "two.gif");
        await visit.Page.SelectAsync("#contentType", "image/gif");

        await visit.UntilNames("two.gif");
    }

    [Test]
    public async Task A_search_is_in_the_order_of_the_names_or_the_other_way()
    {
        await GalleryImages.Upload(_owner, "b2.png", "b1.png", "b3.png");
        await using var visit = await Visit.StartAsync($"?fileName=b&owner={_owner}");
        await visit.UntilNames("b1.png", "b2.png", "b3.png");

        await visit.Page.SelectAsync("#order", "reverse");

        await visit.UntilNames("b3.png", "b2.png", "b1.png");
        Assert.That(await visit.Read<string>("document.querySelector('#order').selectedOptions[0].textContent"), Is.EqualTo("Name, Z to A"));
    }

    [Test]
    public async Task Where_nothing_fits_the_filters_can_be_cleared()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_owner}");
        await visit.UntilShown("#state", "No matching images");

        await visit.Press("Clear filters", "#state");

        await visit.Until("!location.search && document.querySelector('#fileName').value === ''");
    }

    [Test]
    public async Task What_is_typed_after_Back_is_a_step_of_its_own()
    {
        await GalleryImages.Upload(_owner, "sea.png", "sew.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Fill("#fileName", "sea");
        await visit.UntilNames("sea.png");
        await visit.Page.GoBackAsync();
        await visit.UntilNames("sew.png", "sea.png");

        await visit.Page.Keyboard.TypeAsync("sew");
        await visit.UntilNames("sew.png");
        await visit.Page.GoBackAsync();

        await visit.UntilNames("sew.png", "sea.png");
    }

    [Test]
    public async Task A_search_through_pages_without_a_match_says_that_it_goes_on()
    {
        var release = new TaskCompletionSource();
        var pages = 0;
        await using var visit = await Visit.StartAsync($"?tag={_owner}", prepare: visit => visit.Answer(async request =>
        {
            if (!request.Url.Contains("/images?", StringComparison.Ordinal))
                return false;
            if (++pages > 1)
                await release.Task;
            await request.RespondAsync(FakeAnswers.Json(200, new JsonObject { ["images"] = new JsonArray(), ["nextCursor"] = pages > 1 ? null : "next" }), 0);
            return true;
        }));

        await visit.UntilShown("#state", "Loading");
        release.SetResult();

        await visit.UntilShown("#state", "No matching images");
    }

    [Test]
    public async Task Alt_and_an_arrow_are_left_to_the_browser()
    {
        await GalleryImages.Upload(_owner, "b.png", "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        var left = await visit.Read<bool[]>(
            """
            [true, false].map(altKey => {
              const tile = document.querySelector('.tile:nth-child(2) a');
              tile.focus();
              return tile.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey, bubbles: true, cancelable: true }));
            })
            """);

        Assert.That(left, Is.EqualTo([true, false]));
    }
}
