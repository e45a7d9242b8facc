using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Thousands of images: they are laid out in groups, of which a browser skips those out of sight, and no seam between them shows.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class LongGridTests
{
    private const int Images = 600;

    /// <summary>The space at the end of the last row of each group but the last, in pixels.</summary>
    private const string Seams = "[...document.querySelectorAll('.group')].slice(0, -1).map(group => Math.round(group.getBoundingClientRect().right - group.lastElementChild.getBoundingClientRect().right))";

    [Test]
    public async Task A_long_list_is_laid_out_in_groups_that_end_with_a_full_row()
    {
        await using var visit = await ScrolledToTheEndAsync();

        Assert.That(await visit.Names(), Is.EqualTo(Enumerable.Range(0, Images).Select(i => $"{i}.png")));
        Assert.That(await visit.Read<int[]>("[...document.querySelectorAll('.group')].map(group => group.childElementCount)"), Has.Length.GreaterThan(3).And.All.InRange(1, 180));
        Assert.That(await visit.Read<string[]>("[...document.querySelectorAll('.group')].map(group => getComputedStyle(group).contentVisibility)"), Has.All.EqualTo("auto"));
        Assert.That(await visit.Read<int[]>(Seams), Has.All.Zero);
    }

    [Test]
    public async Task In_another_width_they_end_with_a_full_row_too()
    {
        await using var visit = await ScrolledToTheEndAsync();
        var groups = await visit.Read<string>(Ends);

        await visit.Page.SetViewportAsync(new() { Width = 700, Height = 800 });
        await visit.Until($"{Ends} !== '{groups}'");

        Assert.That(await visit.Read<int[]>(Seams), Has.All.Zero);
        Assert.That(await visit.Names(), Is.EqualTo(Enumerable.Range(0, Images).Select(i => $"{i}.png")));
    }

    [Test]
    public async Task Arrow_keys_go_from_one_group_to_the_next_and_back()
    {
        await using var visit = await ScrolledToTheEndAsync();
        await visit.Page.EvaluateExpressionAsync("document.querySelector('.group').lastElementChild.querySelector('a').focus()");
        var last = await visit.Read<int>("document.querySelector('.group').childElementCount") - 1;

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        var next = await visit.Read<string>("document.activeElement.querySelector('.name').textContent");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        var back = await visit.Read<string>("document.activeElement.querySelector('.name').textContent");

        Assert.That((next, back), Is.EqualTo(($"{last + 1}.png", $"{last}.png")));
    }

    /// <summary>The images that groups end with.</summary>
    private const string Ends = "[...document.querySelectorAll('.group')].map(group => group.lastElementChild.dataset.id).join()";

    private static async Task<Visit> ScrolledToTheEndAsync()
    {
        var visit = await Visit.StartAsync(prepare: visit => visit.Answer(async request =>
        {
            if (!request.Url.Contains("/images?", StringComparison.Ordinal))
                return false;
            var cursor = System.Web.HttpUtility.ParseQueryString(new Uri(request.Url).Query)["cursor"];
            await request.RespondAsync(FakeAnswers.Json(200, Page(int.Parse(cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture))), 0);
            return true;
        }));
        await visit.Page.EvaluateExpressionAsync($"new Promise(done => {{ const go = () => document.querySelectorAll('.tile').length < {Images} ? (scrollTo(0, 1e6), requestAnimationFrame(go)) : done(); go(); }})");
        return visit;
    }

    private static JsonObject Page(int start)
    {
        var images = Enumerable.Range(start, 60).Select(i => new JsonObject
        {
            ["id"] = Guid.CreateVersion7().ToString(),
            ["fileName"] = $"{i}.png",
            ["contentType"] = "image/png",
            ["size"] = 1000,
            ["width"] = 300 + (i * 7919 % 120),
            ["height"] = 400,
            ["tags"] = new JsonArray(),
        });
        return new JsonObject { ["images"] = new JsonArray([.. images]), ["nextCursor"] = start + 60 < Images ? $"{start + 60}" : null };
    }
}
