using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>What was written and not saved is kept, whatever happens meanwhile.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class UnsavedTests
{
    private readonly string _owner = GalleryImages.NewOwner();
    private readonly TaskCompletionSource _release = new();
    private IReadOnlyList<ImageView> _images = null!;

    [SetUp]
    public async Task UploadTwo() => _images = await GalleryImages.Upload(_owner, "b.png", "a.png");

    [Test]
    public async Task Back_asks_before_it_leaves()
    {
        await using var visit = await EditAsync();

        await visit.Page.EvaluateExpressionAsync("history.back()");
        await visit.UntilShown("#question", "Discard your changes?");
        await visit.Press("Cancel", "#ask");
        var (kept, address) = (await Written(visit), visit.Page.Url);
        await visit.Page.EvaluateExpressionAsync("history.back()");
        await visit.UntilShown("#question", "Discard your changes?");
        await visit.Press("Discard", "#ask");

        await visit.Until("!document.querySelector('#view').open && !location.search.includes('image=')");
        Assert.That(kept, Is.EqualTo("Half a th"));
        Assert.That(address, Does.EndWith($"image={_images[1].Id}"));
    }

    [Test]
    public async Task A_reload_asks_before_it_leaves()
    {
        await using var visit = await EditAsync();
        var asked = new TaskCompletionSource<DialogType>();
        visit.Page.Dialog += async (_, question) =>
        {
            asked.TrySetResult(question.Dialog.DialogType);
            await question.Dialog.Dismiss();
        };

        await visit.Page.EvaluateExpressionAsync("void setTimeout(() => location.reload())");

        Assert.That(await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo(DialogType.BeforeUnload));
        Assert.That(await Written(visit), Is.EqualTo("Half a th"));
    }

    [Test]
    public async Task A_dialog_that_the_browser_closes_comes_back_and_asks()
    {
        await using var visit = await EditAsync();

        await visit.Page.EvaluateExpressionAsync("document.querySelector('#view').close()");

        await visit.UntilShown("#question", "Discard your changes?");
        Assert.That(await visit.Read<bool>("document.querySelector('#view').open"), Is.True);
        Assert.That(await Written(visit), Is.EqualTo("Half a th"));
    }

    [Test]
    public async Task Back_without_changes_leads_to_the_list()
    {
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Click(".tile a");
        await visit.UntilShown("#heading", "a.png");

        await visit.Page.EvaluateExpressionAsync("document.querySelector('#view').close()");

        await visit.Until("!location.search.includes('image=')");
    }

    [Test]
    public async Task A_failure_to_read_the_newest_image_leaves_the_form()
    {
        await using var visit = await EditAsync(HttpMethod.Get, async request => await request.RespondAsync(FakeAnswers.Problem(503, "service-unavailable", "S3 is out."), 0));
        var answered = visit.Page.WaitForResponseAsync(answer => answer.Url.EndsWith($"/images/{_images[1].Id}", StringComparison.Ordinal));

        _release.SetResult();
        await answered;
        await visit.Page.EvaluateExpressionAsync("fetch(address('images?limit=1')).then(answer => answer.text())");

        Assert.That(await Written(visit), Is.EqualTo("Half a th"));
    }

    [Test]
    public async Task An_answer_that_is_late_leaves_the_form_of_another_image()
    {
        await using var visit = await EditAsync(HttpMethod.Patch, request => request.ContinueAsync(new Payload(), 0));
        await visit.Press("Save");
        await visit.Click("#leave");
        await visit.Press("Discard", "#ask");
        await visit.Until("!document.querySelector('#view').open");
        await WriteAsync(visit, 2, "Of another");

        _release.SetResult();

        await visit.UntilNames("Half a th", "b.png");
        await visit.UntilSaid("Saved.");
        Assert.That(await Written(visit), Is.EqualTo("Of another"));
        Assert.That((await Api.Get(_images[1].Id)).Image.Metadata!.Title, Is.EqualTo("Half a th"));
    }

    [Test]
    public async Task A_deletion_that_is_late_leaves_another_image_open()
    {
        await using var visit = await Visit.StartAsync($"?owner={_owner}", prepare: visit => HoldAsync(visit, HttpMethod.Delete, request => request.ContinueAsync(new Payload(), 0)));
        await visit.Click(".tile:nth-child(1) a");
        await visit.UntilShown("#about button", "Delete");
        await visit.Press("Delete", "#about");
        await visit.Press("Delete", "#ask");
        await visit.Click("#leave");
        await visit.Until("!document.querySelector('#view').open");
        await WriteAsync(visit, 2, "Of another");

        _release.SetResult();

        await visit.UntilSaid("1 image deleted.");
        await visit.UntilNames("b.png");
        Assert.That(await Written(visit), Is.EqualTo("Of another"));
        Assert.That(await visit.Read<bool>("document.querySelector('#view').open"), Is.True);
    }

    [Test]
    public async Task Two_clicks_on_Save_save_once()
    {
        var sent = 0;
        await using var visit = await EditAsync(HttpMethod.Patch, request =>
        {
            sent++;
            return request.ContinueAsync(new Payload(), 0);
        });
        _release.SetResult();

        await visit.Page.EvaluateExpressionAsync("(save => { save.click(); save.click(); })(document.querySelector('#edit .main'))");

        await visit.UntilSaid("Saved.");
        await visit.UntilNames("Half a th", "b.png");
        Assert.That(sent, Is.EqualTo(1));
    }

    private static Task<string> Written(Visit visit) => visit.Read<string>("document.querySelector('#edit-title')?.value");

    /// <summary>Opens the first image, and writes half a title.</summary>
    private async Task<Visit> EditAsync(HttpMethod? held = null, Func<IRequest, Task>? then = null)
    {
        var visit = await Visit.StartAsync($"?owner={_owner}", prepare: visit => held is null ? Task.CompletedTask : HoldAsync(visit, held, then!));
        await WriteAsync(visit, 1, "Half a th");
        return visit;
    }

    private static async Task WriteAsync(Visit visit, int tile, string title)
    {
        await visit.Click($".tile:nth-child({tile}) a");
        await visit.UntilShown("#about button", "Edit");
        await visit.Press("Edit");
        await visit.Fill("#edit-title", title);
    }

    /// <summary>Holds the requests for the first image until they are released.</summary>
    private Task HoldAsync(Visit visit, HttpMethod method, Func<IRequest, Task> then) => visit.Answer(async request =>
    {
        if (request.Method != method || !request.Url.EndsWith($"/images/{_images[1].Id}", StringComparison.Ordinal))
            return false;
        await _release.Task;
        await then(request);
        return true;
    });
}
