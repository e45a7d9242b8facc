using System.Security.Cryptography;
using EmbeddedAws;
using ImageService.E2E.Clouds;

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

    [Test]
    public async Task Of_a_folder_all_is_uploaded_but_what_cannot_be_read()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        await visit.Page.EvaluateFunctionAsync(
            """
            (prefix, base64) => {
              const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt());
              const entry = name => ({ isFile: true, file: resolve => resolve(new File([bytes], prefix + name, { type: 'image/png' })) });
              const inner = [entry('1.png'), { isFile: true, file: (_, reject) => reject(new DOMException('', 'NotReadableError')) }, entry('2.png')];
              const event = new Event('drop', { bubbles: true, cancelable: true });
              event.dataTransfer = { types: ['Files'], items: [{ kind: 'file', getAsFile: () => null,
                webkitGetAsEntry: () => ({ isDirectory: true, createReader: () => ({ readEntries: resolve => resolve(inner.splice(0)) }) }) }] };
              document.body.dispatchEvent(event);
            }
            """,
            _prefix,
            Convert.ToBase64String(SampleImages.Png()));

        await visit.UntilSaid("2 images uploaded. 1 file or folder could not be read.");
        Assert.That(await Api.ListAll(("fileName", _prefix)), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Text_that_is_pasted_into_a_field_stays_text()
    {
        await using var visit = await Visit.StartAsync($"?fileName={_prefix}");

        var prevented = await visit.Read<bool>(
            """
            (() => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', 'a cell');
              clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
              return !document.querySelector('#fileName').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            })()
            """);

        Assert.That(prevented, Is.False);
        Assert.That(await visit.Read<int>("document.querySelectorAll('#queue li').length"), Is.Zero);
    }

    [Test]
    public async Task A_tile_that_is_dragged_is_no_upload()
    {
        await GalleryImages.Upload(_prefix, "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_prefix}");
        await visit.Until("document.querySelector('.tile img')?.naturalWidth");
        await visit.Page.EvaluateExpressionAsync("(window.covers = [], addEventListener('dragover', event => covers.push(!document.querySelector('#drop').hidden)))");

        await visit.Page.Mouse.MoveAsync(150, 250);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(400, 400, new() { Steps = 10 });
        await visit.Until("covers.length > 1");
        await visit.Page.Mouse.UpAsync();

        Assert.That(await visit.Read<bool[]>("covers"), Has.All.False);
        Assert.That(await visit.Read<int>("document.querySelectorAll('#queue li').length"), Is.Zero);
    }

    private Task Choose(Visit visit, params IEnumerable<(string Name, byte[] Bytes)> files) =>
        UploadFiles.Choose(visit, _folder, files.Select(file => (_prefix + file.Name, file.Bytes)));
}
