namespace ImageService.E2E.Gallery;

/// <summary>The gallery with the variants and the deletion of several images of the API itself.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class WholeServiceTests
{
    private readonly string _owner = GalleryImages.NewOwner();

    [Test]
    public async Task A_picture_in_the_grid_is_a_variant()
    {
        await Api.UploadImage(SampleImages.Named("lzw-320x201.tiff").Bytes, "scan.tiff", _owner);

        await using var visit = await Visit.StartAsync($"?owner={_owner}");

        await visit.Until("document.querySelector('.tile img')?.complete && document.querySelector('.tile img').naturalWidth");
        Assert.That(await visit.Read<string>("document.querySelector('.tile img').currentSrc"), Does.EndWith("/variant?width=320"));
    }

    [Test]
    public async Task The_selected_images_are_deleted()
    {
        var images = await GalleryImages.Upload(_owner, "b.png", "a.png");
        await using var visit = await Visit.StartAsync($"?owner={_owner}");
        await visit.Click(".tile:nth-child(1) input");
        await visit.Click(".tile:nth-child(2) input");

        await visit.Click("#remove");
        await visit.Press("Delete", "#ask");

        await visit.UntilSaid("2 images deleted.");
        foreach (var image in images)
            Assert.That(await Api.Get(image.Id), Is.Problem(404, "image-not-found"));
    }
}
