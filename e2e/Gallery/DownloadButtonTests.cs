using System.Net;
using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>Saving the bytes of an image as a file.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class DownloadButtonTests
{
    /// <summary>S3 on AWS: another origin than the API, and its presigned URLs say <c>inline</c>.</summary>
    private const string Storage = "http://storage.example/";

    private readonly string _owner = GalleryImages.NewOwner();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image-service-");

    [TearDown]
    public void RemoveFiles() => _folder.Delete(recursive: true);

    [Test]
    public async Task It_is_saved_by_its_name()
    {
        var bytes = SampleImages.Png(64, 48);
        var image = await Api.UploadImage(bytes, "sea.png", _owner);
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}");
        await visit.UntilShown("#heading", "sea.png");

        var (name, saved) = await visit.Download(_folder);

        Assert.That(name, Is.EqualTo("sea.png"));
        Assert.That(saved, Is.Bytes(bytes));
    }

    [Test]
    public async Task It_is_saved_from_another_origin_too()
    {
        var image = (await GalleryImages.Upload(_owner, "large.png"))[0];
        var bytes = SampleImages.Gif();
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}", prepare: async visit =>
        {
            // The policy of the page names the storage of this cloud.
            await visit.Page.SetBypassCSPAsync(true);
            await visit.Answer(request => AnswerFromStorage(request, bytes));
        });
        await visit.UntilShown("#heading", "large.png");

        var (name, saved) = await visit.Download(_folder);

        Assert.That(name, Is.EqualTo("large.png"));
        Assert.That(saved, Is.Bytes(bytes));
        Assert.That(visit.Page.Url, Does.EndWith($"image={image.Id}"));
    }

    [Test]
    public async Task Where_the_page_cannot_read_the_bytes_they_open_in_a_tab_of_their_own()
    {
        var image = (await GalleryImages.Upload(_owner, "sea.png"))[0];
        await using var visit = await Visit.StartAsync($"?owner={_owner}&image={image.Id}", prepare: visit => visit.Answer(async request =>
        {
            if (!IsDownload(request))
                return false;
            await request.AbortAsync(RequestAbortErrorCode.Failed, 0);
            return true;
        }));
        await visit.UntilShown("#heading", "sea.png");
        await visit.Page.EvaluateExpressionAsync("addEventListener('click', event => event.target.matches('a') && (window.followed = ['href', 'target', 'rel'].map(name => event.target[name])))");

        await visit.Press("Download");

        await visit.Until("window.followed");
        Assert.That(await visit.Read<string[]>("followed"), Is.EqualTo([$"{Api.BaseUrl.ToString().TrimEnd('/')}/images/{image.Id}?download=true", "_blank", "noopener"]));
        Assert.That(visit.Page.Url, Does.EndWith($"image={image.Id}"));
    }

    private static bool IsDownload(IRequest request) =>
        request.ResourceType != ResourceType.Image && !request.IsNavigationRequest && request.Url.EndsWith("?download=true", StringComparison.Ordinal);

    private static async Task<bool> AnswerFromStorage(IRequest request, byte[] bytes)
    {
        if (request.Url.StartsWith(Storage, StringComparison.Ordinal))
        {
            await request.RespondAsync(new ResponseData
            {
                Status = HttpStatusCode.OK,
                ContentType = "image/png",
                Headers = new() { ["Access-Control-Allow-Origin"] = "*", ["Content-Disposition"] = "inline; filename=\"large.png\"" },
                BodyData = bytes,
            }, 0);
            return true;
        }

        if (!IsDownload(request))
            return false;
        await request.RespondAsync(new ResponseData { Status = HttpStatusCode.TemporaryRedirect, Headers = new() { ["Location"] = $"{Storage}large?X-Amz-Signature=1" } }, 0);
        return true;
    }
}
