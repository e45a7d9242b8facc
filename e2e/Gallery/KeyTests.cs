using System.Security.Cryptography;
using ImageService.E2E.Clouds;
using ImageService.E2E.Keys;
using ImageService.Handlers.Routing;
using ImageService.Local;

namespace ImageService.E2E.Gallery;

/// <summary>A service that requires a key: the gallery asks for it once, and does everything with it.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class KeyTests
{
    private const int Large = 5 * 1024 * 1024;

    private readonly string _key = KeyTexts.New();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image-service-");
    private Embedded _cloud = null!;
    private ApiClient _api = null!;

    [SetUp]
    public async Task StartACloud()
    {
        _cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ApiKeys = [_key] });
        _api = _cloud.ClientWith(_key);
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _api.Dispose();
        await _cloud.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task It_asks_until_the_key_is_right_and_then_no_more()
    {
        await _api.UploadImage(SampleImages.Gif(), "secret.gif");
        await using var visit = await Visit.StartAsync(api: _cloud.Api);
        await visit.UntilShown("#doorText", "Send an API key in the header x-api-key.");

        await Enter(visit, KeyTexts.New());
        await visit.Until("document.querySelector('#door').open && document.querySelector('#key').value === ''");
        await Enter(visit, _key);

        await visit.UntilNames("secret.gif");
        await visit.Page.ReloadAsync();
        await visit.UntilNames("secret.gif");
        Assert.That(await visit.Read<bool>("document.querySelector('#door').open"), Is.False);
    }

    [Test]
    public async Task Pictures_are_variants_and_the_original_is_downloaded()
    {
        var bytes = SampleImages.Png(1280, 960);
        var image = await _api.UploadImage(bytes, "sea.png");
        await using var visit = await EnterAsync(_cloud, $"?image={image.Id}");
        await visit.UntilShown("#heading", "sea.png");
        await visit.Until("document.querySelector('.tile img')?.naturalWidth === 640 && document.querySelector('.tile img').src.startsWith('blob:')");

        var (name, saved) = await visit.Download(_folder);

        Assert.That(name, Is.EqualTo("sea.png"));
        Assert.That(saved, Is.Bytes(bytes));
    }

    [Test]
    public async Task What_no_header_takes_is_no_key()
    {
        await using var visit = await Visit.StartAsync(api: _cloud.Api, prepare: visit =>
            visit.Page.EvaluateExpressionOnNewDocumentAsync("sessionStorage.setItem('api-key', '\u201cabc\u201d');"));
        await visit.UntilShown("#doorText", "Send an API key in the header x-api-key.");

        await Enter(visit, "\u201cabc\u201d");

        Assert.That(await visit.Read<bool>("document.querySelector('#door').open && document.querySelector('#key').matches(':invalid')"), Is.True);
    }

    [Test]
    public async Task Images_of_any_size_are_uploaded()
    {
        var (small, large) = (SampleImages.Png(), SampleImages.OfSize(Large));
        await using var visit = await EnterAsync(_cloud);
        var paths = new[] { Path.Combine(_folder.FullName, "small.png"), Path.Combine(_folder.FullName, "large.png") };
        await File.WriteAllBytesAsync(paths[0], small);
        await File.WriteAllBytesAsync(paths[1], large);

        await (await visit.Page.QuerySelectorAsync("#files")).UploadFileAsync(paths);

        await visit.UntilSaid("2 images uploaded.");
        var images = (await _api.ListAll()).ToDictionary(image => image.FileName, image => image.Sha256);
        Assert.That(images["small.png"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(small))));
        Assert.That(images["large.png"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(large))));
    }

    [Test]
    public async Task What_is_above_the_rate_is_sent_again_a_moment_later()
    {
        var limit = new UsageLimit(RequestsPerSecond: 2, Burst: 1);
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ApiKeys = [_key], UploadLimit = limit });
        using var api = cloud.ClientWith(_key);
        await using var visit = await EnterAsync(cloud);
        var paths = new[] { "1.png", "2.png", "3.png" }.Select(name => Path.Combine(_folder.FullName, name)).ToArray();
        foreach (var path in paths)
            await File.WriteAllBytesAsync(path, SampleImages.OfSize(Large));

        await (await visit.Page.QuerySelectorAsync("#files")).UploadFileAsync(paths);

        await visit.UntilSaid("3 images uploaded.");
        Assert.That((await api.ListAll()).Select(image => image.FileName), Is.EquivalentTo(["1.png", "2.png", "3.png"]));
    }

    [Test]
    public async Task Several_images_are_deleted_with_a_key()
    {
        foreach (var name in new[] { "c.png", "b.png", "a.png" })
            await _api.UploadImage(SampleImages.Png(), name);
        await using var visit = await EnterAsync(_cloud);
        await visit.UntilNames("a.png", "b.png", "c.png");
        await visit.Click(".tile:nth-child(1) input");
        await visit.Click(".tile:nth-child(3) input");

        await visit.Click("#remove");
        await visit.Press("Delete", "#ask");

        await visit.UntilSaid("2 images deleted.");
        await visit.UntilNames("b.png");
        Assert.That((await _api.ListAll()).Select(image => image.FileName), Is.EqualTo(["b.png"]));
    }

    private async Task<Visit> EnterAsync(Embedded cloud, string query = "")
    {
        var visit = await Visit.StartAsync(query, cloud.Api);
        await visit.Until("document.querySelector('#door').open");
        await Enter(visit, _key);
        await visit.Until("!document.querySelector('#door').open");
        return visit;
    }

    private static async Task Enter(Visit visit, string key)
    {
        await visit.Fill("#key", key);
        await visit.Page.Keyboard.PressAsync("Enter");
    }
}
