using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class FormatTableTests
{
    [Test]
    public void Seven_formats_are_taken()
    {
        var formats = ImageFormats.All.ToDictionary(format => format.ContentType, format => format.Extension);

        Assert.That(formats, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["image/jpeg"] = "jpg",
            ["image/png"] = "png",
            ["image/gif"] = "gif",
            ["image/webp"] = "webp",
            ["image/avif"] = "avif",
            ["image/bmp"] = "bmp",
            ["image/tiff"] = "tiff",
        }));
    }

    [TestCase("image/jpeg", "image/jpeg")]
    [TestCase("IMAGE/Jpg", "image/jpeg")]
    [TestCase("image/pjpeg", "image/jpeg")]
    [TestCase("image/x-png", "image/png")]
    [TestCase("image/apng", "image/png")]
    [TestCase("image/x-bmp", "image/bmp")]
    [TestCase("image/X-MS-BMP", "image/bmp")]
    [TestCase("image/x-windows-bmp", "image/bmp")]
    [TestCase("image/tif", "image/tiff")]
    [TestCase("image/x-tif", "image/tiff")]
    [TestCase("image/x-tiff", "image/tiff")]
    public void A_format_goes_by_its_names_in_any_case(string mediaType, string contentType)
    {
        var named = ImageFormats.All.Where(format => format.IsNamed(mediaType));

        Assert.That(named.Select(format => format.ContentType), Is.EqualTo([contentType]));
    }

    [TestCase("image/svg+xml")]
    [TestCase("image/heic")]
    [TestCase("image/")]
    [TestCase("jpeg")]
    [TestCase("")]
    public void Another_name_names_no_format(string mediaType)
    {
        var named = ImageFormats.All.Where(format => format.IsNamed(mediaType));

        Assert.That(named, Is.Empty);
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void A_reader_refuses_the_images_of_other_formats(SampleImage sample)
    {
        var readers = ImageFormats.All.Where(format => format.ReadSize(sample.Bytes).Size is not null);

        Assert.That(readers.Select(format => format.ContentType), Is.EqualTo([sample.ContentType]));
    }
}
