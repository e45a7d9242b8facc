using System.Text.RegularExpressions;
using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>Uploads over a connection that comes and goes, and to a service that is busy.</summary>
[RequiresBrowser, NonParallelizable]
public sealed partial class UploadTroubleTests
{
    private const int Large = 5 * 1024 * 1024;

    private readonly string _prefix = $"{Guid.NewGuid():N}-";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image-service-");

    [TearDown]
    public void RemoveFiles() => _folder.Delete(recursive: true);

    [TestCase(100, "POST", "/images?")]
    [TestCase(Large, "PUT", "X-Amz-Signature")]
    [TestCase(Large, "POST", "/complete")]
    public async Task An_upload_goes_on_by_itself_after_a_lost_connection(int size, string method, string address)
    {
        var (cuts, uploads) = (0, 0);
        var bytes = SampleImages.OfSize(size);
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(async request =>
        {
            if (request.Url.EndsWith("/uploads", StringComparison.Ordinal))
                Interlocked.Increment(ref uploads);
            if (request.Method.Method != method || !request.Url.Contains(address, StringComparison.Ordinal) || Interlocked.Increment(ref cuts) > 1)
                return false;
            // The request arrives, and its answer is lost.
            using var http = new HttpClient();
            using var forwarded = new HttpRequestMessage(request.Method, request.Url) { Content = new ByteArrayContent(address == "/complete" ? [] : bytes) };
            foreach (var (name, value) in request.Headers.Where(header => SentHeaders().IsMatch(header.Key)))
                _ = forwarded.Headers.TryAddWithoutValidation(name, value) || forwarded.Content.Headers.TryAddWithoutValidation(name, value);
            using var lost = await http.SendAsync(forwarded);
            Assert.That(lost.IsSuccessStatusCode, Is.True);
            await request.AbortAsync(RequestAbortErrorCode.ConnectionReset, 0);
            return true;
        }));

        await UploadFiles.Choose(visit, _folder, ($"{_prefix}a.png", bytes));

        await visit.UntilShown("#queue .done", "Uploaded");
        Assert.That((cuts, uploads), Is.EqualTo((2, size == Large ? 1 : 0)));
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task While_the_browser_is_offline_all_wait()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");
        await visit.Page.SetOfflineModeAsync(true);
        await UploadFiles.Choose(visit, _folder, [.. Enumerable.Range(0, 6).Select(i => ($"{_prefix}{i}.png", SampleImages.Png()))]);
        await visit.UntilShown("#queue .waiting", "Waiting for the connection");

        await visit.Page.SetOfflineModeAsync(false);

        await visit.UntilSaid("6 images uploaded.");
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(6));
    }

    [TestCase(429, "too-many-requests")]
    [TestCase(409, "idempotency-key-in-use")]
    public async Task A_small_one_that_has_to_wait_is_sent_again_a_moment_later(int status, string code)
    {
        var refusals = 0;
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(async request =>
        {
            if (request.Method != HttpMethod.Post || Interlocked.Increment(ref refusals) > 2)
                return false;
            var refusal = FakeAnswers.Problem(status, code, "Wait.");
            refusal.Headers = new() { ["Retry-After"] = "1" };
            await request.RespondAsync(refusal, 0);
            return true;
        }));

        await UploadFiles.Choose(visit, _folder, ($"{_prefix}a.png", SampleImages.Png()));

        await visit.UntilShown("#queue .done", "Uploaded");
    }

    [Test]
    public async Task All_that_failed_can_be_tried_again_at_once()
    {
        var fails = true;
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(async request =>
        {
            if (!fails || request.Method != HttpMethod.Post)
                return false;
            await request.RespondAsync(FakeAnswers.Problem(503, "service-unavailable", "S3 is out for lunch."), 0);
            return true;
        }));
        await UploadFiles.Choose(visit, _folder, ($"{_prefix}1.png", SampleImages.Png()), ($"{_prefix}2.png", SampleImages.Png()));
        await visit.UntilSaid("0 images uploaded, 2 failed.");
        fails = false;

        await visit.Press("Try all again", "#uploads");

        await visit.UntilSaid("2 images uploaded.");
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_cancelled_upload_waits_until_it_is_tried_again()
    {
        var (holds, aborted) = (true, 0);
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(request =>
            Task.FromResult(holds && request.Method == HttpMethod.Post)));
        visit.Page.RequestFailed += (_, failed) => aborted += failed.Request.Method == HttpMethod.Post ? 1 : 0;
        await UploadFiles.Choose(visit, _folder, ($"{_prefix}a.png", SampleImages.Png()));
        await visit.UntilShown("#queue .sending", "Uploading");

        await visit.Press("Cancel", "#queue");
        await visit.UntilShown("#queue .cancelled", "Cancelled");
        await Eventually.That(() => Task.FromResult(aborted), Is.EqualTo(1));
        var before = await Api.ListAll(("fileName", _prefix));
        holds = false;
        await visit.Press("Try again", "#queue");

        await visit.UntilShown("#queue .done", "Uploaded");
        Assert.That(before, Is.Empty);
    }

    [TestCase(320)]
    [TestCase(768)]
    public async Task Their_panel_is_folded_on_a_narrow_screen_and_leaves_the_selection_free(int width)
    {
        await GalleryImages.Upload(_prefix, "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_prefix}", width: width, prepare: visit => visit.Answer(request => Task.FromResult(request.Method == HttpMethod.Post)));
        await UploadFiles.Choose(visit, _folder, ($"{_prefix}a.png", SampleImages.Png()));
        await visit.UntilShown("#summary", "Uploading 1 of 1");
        await visit.Click(".tile input");

        var folded = await visit.Read<bool>("!document.querySelector('#queue').checkVisibility()");
        await visit.Until($"{Reached} === 'remove'");
        await visit.Click("#fold");
        await visit.UntilShown("#queue", "Uploading");
        await visit.Until($"{Reached} === 'remove'");

        Assert.That(folded, Is.True);
    }

    /// <summary>What a tap on the button of the selection reaches.</summary>
    private const string Reached = "(({ x, y, width, height }) => document.elementFromPoint(x + width / 2, y + height / 2)?.closest('[id]')?.id)(document.querySelector('#remove').getBoundingClientRect())";

    [GeneratedRegex("^(content-type|idempotency-key|x-amz-.*|x-api-key|if-none-match)$", RegexOptions.IgnoreCase)]
    private static partial Regex SentHeaders();
}
