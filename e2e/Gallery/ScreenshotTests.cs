using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Gallery;

/// <summary>Leaves pictures of the gallery in <c>e2e/TestResults</c>; README shows the first of them.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class ScreenshotTests
{
    private static readonly (string Name, int Width, int Height)[] Scenes =
    [
        ("Fjord", 960, 640), ("Morning at the lake", 640, 860), ("Утро в горах", 1120, 630), ("Valley", 800, 800), ("Coast", 960, 720), ("Trail", 640, 900),
        ("شاطئ البحر عند الغروب", 1200, 600), ("Dunes", 960, 640), ("North", 800, 800), ("Mist", 960, 640), ("Ridge", 720, 960), ("Dawn", 1120, 630),
        ("Harbour", 960, 720), ("Island", 960, 640), ("Evening", 640, 860), ("Plain", 1120, 630),
    ];

    [Test]
    public async Task Pictures_of_the_gallery()
    {
        await using var cloud = await Embedded.StartAsync(new EmbeddedCloudOptions());
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "e2e/TestResults")).FullName;
        await using var visit = await Visit.StartAsync(api: cloud.Api);
        await UploadAsync(visit, cloud.Api);
        await ReloadAsync(visit);

        await visit.Page.ScreenshotAsync(Path.Combine(folder, "gallery-grid.png"));
        await visit.Click(".tile:nth-child(3) a");
        await visit.UntilShown("#about", "beach");
        await visit.Until("document.querySelector('.stage img').complete");
        await visit.Page.ScreenshotAsync(Path.Combine(folder, "gallery-detail.png"));
        await visit.Click("#leave");
        await visit.Page.EvaluateFunctionAsync(
            """
            base64 => {
              const jpeg = Uint8Array.from(atob(base64), letter => letter.charCodeAt());
              const transferAsIs = transfer;
              transfer = (item, method, ...others) => method === 'PUT' ? new Promise(() => item.progress(.62)) : transferAsIs(item, method, ...others);
              Uploads.add([new File([jpeg, new Uint8Array(2.6e7)], 'Panorama.jpg'), new File([jpeg], 'Harbour.jpg'), new File([jpeg, '.'], 'Evening.jpg'), new File(['no image'], 'notes.jpg')]);
            }
            """,
            await PaintAsync(visit, 8, 900, 600));
        await visit.Until("document.querySelector('#queue .failed') && document.querySelector('#queue .sending') && document.querySelectorAll('#queue .done').length === 2");
        await visit.Page.ScreenshotAsync(Path.Combine(folder, "gallery-upload.png"));
        await visit.Press("Cancel", "#queue");
        await visit.Click("#closeUploads");
        await visit.Page.SetViewportAsync(new() { Width = 360, Height = 740 });
        await visit.Page.ScreenshotAsync(Path.Combine(folder, "gallery-phone.png"));

        foreach (var name in new[] { "grid", "detail", "upload", "phone" })
            Assert.That(new FileInfo(Path.Combine(folder, $"gallery-{name}.png")).Length, Is.GreaterThan(10_000));
    }

    private static async Task UploadAsync(Visit visit, ApiClient api)
    {
        foreach (var (i, (name, width, height)) in Scenes.Reverse().Index())
        {
            var jpeg = await PaintAsync(visit, i + 1, width, height);
            var metadata = new JsonObject { ["title"] = name, ["description"] = "Before the others got up.", ["tags"] = new JsonArray("beach", "evening") };
            await GalleryImages.Upload(api, Convert.FromBase64String(jpeg), $"DSCF{1200 + i}.jpg", metadata, "anna");
        }
    }

    /// <summary>A landscape, as a JPEG in base64.</summary>
    private static Task<string> PaintAsync(Visit visit, int number, int width, int height)
    {
        var scenery = Repository.Read("e2e/Gallery/scenery.js");
        return visit.Page.EvaluateFunctionAsync<string>(scenery[scenery.IndexOf('(', StringComparison.Ordinal)..], number, width, height);
    }

    private static async Task ReloadAsync(Visit visit)
    {
        await visit.Page.ReloadAsync();
        await visit.Until("document.querySelectorAll('.tile img').length > 8 && [...document.querySelectorAll('.tile img')].slice(0, 8).every(img => img.naturalWidth)");
    }
}
