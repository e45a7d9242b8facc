using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Several images at once.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class SelectionTests
{
    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task The_selected_ones_are_deleted_after_a_question_and_what_fails_stays()
    {
        var images = await GalleryImages.Upload(_owner, "d.png", "c.png", "b.png", "a.png");
        string? sent = null;
        await using var visit = await Visit.StartAsync($"?owner={_owner}", prepare: visit => visit.Answer(async request =>
        {
            if (!request.Url.EndsWith("/images/delete", StringComparison.Ordinal))
                return false;
            sent = request.PostData;
            await request.RespondAsync(FakeAnswers.Json(200, new JsonObject
            {
                ["deleted"] = new JsonArray(images[3].Id),
                ["notFound"] = new JsonArray(images[2].Id),
                ["failed"] = new JsonArray(new JsonObject { ["id"] = images[1].Id, ["code"] = "timeout" }),
            }));
            return true;
        }));
        for (var i = 1; i <= 3; i++)
            await visit.Click($".tile:nth-child({i}) input");
        await visit.UntilShown("#count", "3 selected");

        await visit.Click("#remove");
        await visit.UntilShown("#question", "Delete 3 images?");
        await visit.Press("Delete", "#ask");

        await visit.UntilNames("c.png", "d.png");
        await visit.UntilSaid("2 images deleted. 1 image was not deleted (timeout). Try again.");
        await visit.UntilShown("#count", "1 selected");
        Assert.That(JsonNode.Parse(sent!)!.ToJsonString(), Is.EqualTo(new JsonObject { ["ids"] = new JsonArray(images[3].Id, images[2].Id, images[1].Id) }.ToJsonString()));
    }

    [Test]
    public async Task Shift_selects_all_in_between()
    {
        await GalleryImages.Upload(_owner, "d.png", "c.png", "b.png", "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        await visit.Click(".tile:nth-child(1) input");
        await visit.Page.EvaluateExpressionAsync("document.querySelector('.tile:nth-child(3) input').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }))");
        await visit.UntilShown("#count", "3 selected");
        await visit.Press("Deselect");

        await visit.Until("document.querySelector('#selection').hidden && !document.querySelector('.tile :checked')");
    }
}
