using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Thousands of images: they are laid out in groups, of which a browser skips those out of sight, and no seam between them shows.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class LongGridTests
{
    private const int Images = 600;

    /// <summary>
    /// The groups but the last whose last row has space for one tile more. Tiles grow to the end of any row, so that only that tells: the next one is put there for a moment.
    /// </summary>
    private const string Seams =
        """
        [...document.querySelectorAll('.group')].slice(0, -1).filter(group => {
          const [last, next, home] = [group.lastElementChild, group.nextElementSibling.firstElementChild, group.nextElementSibling];
          group.append(next);
          const fits = next.offsetTop === last.offsetTop;
          home.prepend(next);
          return fits;
        }).length
        """;

    private readonly JsonObject[] _images = [.. Enumerable.Range(0, Images).Select(Image)];

    [Test]
    public async Task A_long_list_is_laid_out_in_groups_that_end_with_a_full_row()
    {
        await using var visit = await ScrolledToTheEndAsync();

        Assert.That(await visit.Names(), Is.EqualTo(Enumerable.Range(0, Images).Select(i => $"{i}.png")));
        Assert.That(await visit.Read<int[]>("[...document.querySelectorAll('.group')].map(group => group.childElementCount)"), Has.Length.GreaterThan(3).And.All.InRange(1, 180));
        var visibility = await visit.Read<string[]>("[...document.querySelectorAll('.group')].map(group => getComputedStyle(group).contentVisibility)");
        Assert.That(visibility[..^1], Has.All.EqualTo("auto"));
        Assert.That(visibility[^1], Is.EqualTo("visible"), "where tiles are added");
        Assert.That(await visit.Read<int>(Seams), Is.Zero);
    }

    [Test]
    public async Task In_another_width_groups_end_with_a_full_row_too()
    {
        await using var visit = await ScrolledToTheEndAsync();
        var groups = await visit.Read<string>(Ends);

        await visit.Page.SetViewportAsync(new() { Width = 700, Height = 800 });
        await visit.Until($"{Ends} !== '{groups}'");

        Assert.That(await visit.Read<int>(Seams), Is.Zero);
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

    [Test]
    public async Task In_another_width_one_still_looks_at_the_same_image()
    {
        await using var visit = await ScrolledToTheEndAsync();
        await visit.Page.EvaluateExpressionAsync("(tile => { tile.scrollIntoView({ block: 'center' }); tile.querySelector('a').focus(); })(document.querySelectorAll('.tile')[300])");
        await visit.Until("place?.tile && scrollY > 5000");
        var groups = await visit.Read<string>(Ends);

        await visit.Page.SetViewportAsync(new() { Width = 900, Height = 800 });

        await visit.Until($"{Ends} !== '{groups}' && (({{ top, bottom }}) => top > 0 && bottom < innerHeight)(document.querySelectorAll('.tile')[300].getBoundingClientRect())");
        Assert.That(await visit.Read<string>("document.activeElement.querySelector('.name')?.textContent"), Is.EqualTo("300.png"));
    }

    [Test]
    public async Task Groups_stay_small_and_full_while_images_come_and_go()
    {
        await using var visit = await ScrolledToTheEndAsync();

        await visit.Page.EvaluateFunctionAsync("images => images.forEach(image => List.add(image))", Enumerable.Range(Images, 100).Select(i => System.Text.Json.JsonSerializer.Deserialize<object>(Image(i))));
        await visit.Until("document.querySelector('.group').childElementCount <= 180");
        var added = await visit.Read<int>(Seams);
        await visit.Page.EvaluateExpressionAsync("List.drop([...List.tiles.keys()].filter((_, i) => i % 7 === 0))");
        await visit.Until("!List.untidy.size");

        Assert.That((added, await visit.Read<int>(Seams)), Is.EqualTo((0, 0)));
        Assert.That(await visit.Names(), Has.Length.EqualTo(600).And.Unique);
    }

    [Test]
    public async Task Next_leads_on_where_the_list_was_not_loaded_yet()
    {
        await using var visit = await StartAsync();
        var loaded = (await visit.Names()).Length;
        await visit.Page.EvaluateExpressionAsync("[...document.querySelectorAll('.tile a')].at(-1).click()");
        await visit.UntilShown("#heading", $"{loaded - 1}.png");

        await visit.Click("#next:not([hidden])");

        await visit.UntilShown("#heading", $"{loaded}.png");
        await visit.Until("!document.querySelector('#next').hidden");
    }

    /// <summary>The images that groups end with.</summary>
    private const string Ends = "[...document.querySelectorAll('.group')].map(group => group.lastElementChild.dataset.id).join()";

    private async Task<Visit> ScrolledToTheEndAsync()
    {
        var visit = await StartAsync();
        await visit.Page.EvaluateExpressionAsync($"new Promise(done => {{ const go = () => document.querySelectorAll('.tile').length < {Images} ? (scrollTo(0, 1e6), requestAnimationFrame(go)) : done(); go(); }})");
        return visit;
    }

    private Task<Visit> StartAsync() => Visit.StartAsync(prepare: visit => visit.Answer(async request =>
    {
        var address = new Uri(request.Url);
        if (_images.FirstOrDefault(image => address.AbsolutePath.EndsWith($"/images/{image["id"]}", StringComparison.Ordinal)) is { } image)
            await request.RespondAsync(FakeAnswers.Json(200, image), 0);
        else if (address.AbsolutePath.EndsWith("/images", StringComparison.Ordinal))
            await request.RespondAsync(FakeAnswers.Json(200, Page(int.Parse(System.Web.HttpUtility.ParseQueryString(address.Query)["cursor"] ?? "0", System.Globalization.CultureInfo.InvariantCulture))), 0);
        else
            return false;
        return true;
    }));

    private JsonObject Page(int start) => new()
    {
        ["images"] = new JsonArray([.. _images.Skip(start).Take(60).Select(image => image.DeepClone())]),
        ["nextCursor"] = start + 60 < Images ? $"{start + 60}" : null,
    };

    private static JsonObject Image(int i) => new()
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["fileName"] = $"{i}.png",
        ["contentType"] = "image/png",
        ["size"] = 1000,
        ["width"] = 300 + (i * 7919 % 120),
        ["height"] = 400,
        ["createdAt"] = "2026-01-01T00:00:00.000Z",
        ["version"] = 1,
    };
}
