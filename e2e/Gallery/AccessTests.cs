using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;

namespace ImageService.E2E.Gallery;

/// <summary>Usable by keyboard, by screen reader, in the dark, and on a phone.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class AccessTests
{
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task Axe_finds_nothing_serious([Values("grid", "detail", "edit", "upload", "empty")] string view, [Values] bool dark)
    {
        await using var visit = await ViewAsync(view, 1280, dark);

        await visit.Page.EvaluateExpressionAsync(Axe.Value);
        var found = await visit.Read<string>("axe.run({ resultTypes: ['violations'] }).then(result => JSON.stringify(result.violations))");

        var serious = JsonNode.Parse(found)!.AsArray().Where(violation => (string?)violation!["impact"] is "serious" or "critical");
        Assert.That(serious.Select(violation => $"{violation!["id"]}: {violation["nodes"]!.ToJsonString()}"), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_cut_off_on_a_narrow_screen([Values("grid", "detail", "edit", "upload", "empty")] string view)
    {
        await using var visit = await ViewAsync(view, 320, dark: false);

        var wide = await visit.Read<string[]>(
            "[document.documentElement, ...document.querySelectorAll('dialog[open], .panel')].filter(box => box.scrollWidth > 320).map(box => `${box.tagName} ${box.scrollWidth}`)");

        Assert.That(wide, Is.Empty);
    }

    [Test]
    public async Task Tab_leads_from_the_skip_link_to_the_first_image()
    {
        await GalleryImages.Upload(_owner, "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        await visit.Page.Keyboard.PressAsync("Tab");
        var first = await visit.Read<string>("document.activeElement.textContent");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.That(first, Is.EqualTo("Skip to the images"));
        Assert.That(await visit.Read<string>("document.activeElement.closest('.tile')?.innerText"), Does.Contain("a.png"));
    }

    private async Task<Visit> ViewAsync(string view, int width, bool dark)
    {
        var images = view == "empty" ? [] : await GalleryImages.Upload(_owner, "a long name that does not fit into a narrow tile at all.png", "صورة.png", "c.png");
        var visit = await Visit.StartAsync($"?owner={_owner}{(view is "detail" or "edit" ? $"&image={images[1].Id}" : "")}", width: width, dark: dark);
        if (view is "detail" or "edit")
            await visit.UntilShown("#about", "صورة.png");
        if (view == "edit")
            await visit.Press("Edit");
        if (view == "upload")
        {
            await visit.Page.EvaluateExpressionAsync("Uploads.add([new File(['no image'], `${'long '.repeat(30)}.png`), new File([], 'empty.png')])");
            await visit.Until("document.querySelectorAll('#queue .failed').length === 2");
        }

        return visit;
    }
}
