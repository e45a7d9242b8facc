using System.Security.Cryptography;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>Uploading: each file has a bar, and a button that cancels or retries.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class UploadsTests
{
    private const int Large = 5 * 1024 * 1024;

    private readonly string _prefix = $"{Guid.NewGuid():N}-";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image-service-");

    [TearDown]
    public void RemoveFiles() => _folder.Delete(recursive: true);

    [Test]
    public async Task Files_that_are_chosen_are_uploaded_and_shown()
    {
        await using var cloud = await Embedded.StartAsync(new EmbeddedCloudOptions());
        await using var visit = await Visit.StartAsync(api: cloud.Api);

        await Choose(visit, ("海 1.png", SampleImages.Png()), ("2.gif", SampleImages.Gif()));

        await visit.UntilSaid("2 images uploaded.");
        Assert.That(await visit.Names(), Is.EquivalentTo([$"{_prefix}海 1.png", $"{_prefix}2.gif"]));
        Assert.That(await visit.Read<bool>("document.querySelector('#state').textContent === ''"), Is.True);
    }

    [Test]
    public async Task A_large_one_goes_straight_to_S3()
    {
        var bytes = SampleImages.OfSize(Large);
        var puts = 0;
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(request =>
        {
            puts += request.Method == HttpMethod.Put ? 1 : 0;
            return Task.FromResult(false);
        }));

        await Choose(visit, ("large.png", bytes));

        await visit.UntilShown("#queue .done", "Uploaded");
        var image = (await Api.ListAll(("fileName", _prefix))).Single();
        Assert.That(image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.That(puts, Is.EqualTo(1));
    }

    [Test]
    public async Task The_hash_is_SHA_256_whatever_the_length()
    {
        int[] lengths = [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 1000, (4 * 1024 * 1024) - 1, 4 * 1024 * 1024, (4 * 1024 * 1024) + 57];
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        var hashes = await visit.Page.EvaluateFunctionAsync<string[]>(
            "lengths => Promise.all(lengths.map(length => sha256Of(new Blob([Uint8Array.from({ length }, (_, i) => i * 7 + (i >> 8))]), { progress() {} })))", lengths);

        var expected = lengths.Select(length => SHA256.HashData([.. Enumerable.Range(0, length).Select(i => (byte)((i * 7) + (i >> 8)))]));
        Assert.That(hashes, Is.EqualTo(expected.Select(Convert.ToHexStringLower)));
    }

    [Test]
    public async Task What_is_refused_says_why()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        await Choose(visit, ("page.png", "<html>no image</html>"u8.ToArray()));

        await visit.UntilShown("#queue .failed", "HTML");
        Assert.That(await visit.Read<bool>("document.querySelector('#queue button').hidden"), Is.True, "The same bytes would be refused again.");
        await visit.UntilSaid("0 images uploaded, 1 failed.");
    }

    [TestCase(100, "POST", "/images?")]
    [TestCase(Large, "PUT", "X-Amz-Signature")]
    [TestCase(Large, "POST", "/complete")]
    public async Task Where_the_connection_is_lost_it_can_be_tried_again(int size, string method, string address)
    {
        var cuts = 0;
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(async request =>
        {
            if (request.Method.Method != method || !request.Url.Contains(address, StringComparison.Ordinal) || Interlocked.Increment(ref cuts) > 1)
                return false;
            await request.AbortAsync(RequestAbortErrorCode.ConnectionReset, 0);
            return true;
        }));
        await Choose(visit, ("a.png", SampleImages.OfSize(size)));
        await visit.UntilShown("#queue .failed", "The connection was lost");

        await visit.Press("Try again", "#queue");

        await visit.UntilShown("#queue .done", "Uploaded");
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_that_is_cancelled_is_not_uploaded_until_it_is_tried_again()
    {
        var holds = true;
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}", prepare: visit => visit.Answer(request =>
            Task.FromResult(holds && request.Method == HttpMethod.Post)));
        await Choose(visit, ("a.png", SampleImages.Png()));
        await visit.UntilShown("#queue .sending", "Uploading");

        await visit.Press("Cancel", "#queue");
        await visit.UntilShown("#queue .cancelled", "Cancelled");
        holds = false;
        await visit.Press("Try again", "#queue");

        await visit.UntilShown("#queue .done", "Uploaded");
    }

    [Test]
    public async Task Files_and_folders_can_be_dropped()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        await visit.Page.EvaluateFunctionAsync(
            """
            (prefix, base64) => {
              const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt());
              const file = (name, type = 'image/png') => new File([bytes], prefix + name, { type });
              const entry = found => ({ isFile: true, file: resolve => resolve(found) });
              const folder = (...inner) => ({ isDirectory: true, createReader: () => ({ readEntries: resolve => resolve(inner.splice(0, 1)) }) });
              const event = new Event('drop', { bubbles: true, cancelable: true });
              event.dataTransfer = { types: ['Files'], items: [
                { kind: 'file', getAsFile: () => file('1.png'), webkitGetAsEntry: () => ({ isFile: true }) },
                { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => folder(entry(file('2.png')), folder(entry(file('3.png'))), entry(file('notes.txt', 'text/plain'))) },
              ] };
              document.body.dispatchEvent(event);
            }
            """,
            _prefix,
            Convert.ToBase64String(SampleImages.Png()));

        await visit.Until("document.querySelectorAll('#queue .done').length === 3");
        Assert.That((await Api.ListAll(("fileName", _prefix))).Select(image => image.FileName), Is.EqualTo([$"{_prefix}1.png", $"{_prefix}2.png", $"{_prefix}3.png"]));
    }

    [Test]
    public async Task A_picture_can_be_pasted()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        await visit.Page.EvaluateFunctionAsync(
            """
            (name, base64) => {
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt())], name, { type: 'image/png' }));
              document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            $"{_prefix}pasted.png",
            Convert.ToBase64String(SampleImages.Png()));

        await visit.UntilShown("#queue .done", "Uploaded");
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(1));
    }

    private async Task Choose(Visit visit, params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var paths = new List<string>();
        foreach (var (name, bytes) in files)
        {
            paths.Add(Path.Combine(_folder.FullName, _prefix + name));
            await File.WriteAllBytesAsync(paths[^1], bytes);
        }

        var input = await visit.Page.QuerySelectorAsync("#files");
        await input.UploadFileAsync([.. paths]);
    }
}
