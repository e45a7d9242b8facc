using System.Text;
using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class DetectTests
{
    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void The_bytes_tell_the_format(SampleImage sample)
    {
        var format = ImageFormat.Detect(sample.Bytes);

        Assert.That(format?.ContentType, Is.EqualTo(sample.ContentType));
    }

    [TestCase("")]
    [TestCase("Hello, world")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"5\"/>")]
    [TestCase("<?xml version=\"1.0\"?><svg/>")]
    [TestCase("<!DOCTYPE html><img src=x onerror=alert(1)>")]
    [TestCase("%PDF-1.7")]
    [TestCase("GIF88a")]
    [TestCase("RIFF\u0004\0\0\0WAVEfmt ")]
    [TestCase("RIFF")]
    [TestCase("II\u0001\0")]
    public void Other_text_is_not_an_image(string text)
    {
        var format = ImageFormat.Detect(Encoding.Latin1.GetBytes(text));

        Assert.That(format, Is.Null);
    }

    [TestCase("heic", "mif1 heic", TestName = "{m}: HEIC is not AVIF")]
    [TestCase("isom", "iso2 mp41", TestName = "{m}: MP4 is not AVIF")]
    [TestCase("mif1", "heav if11", TestName = "{m}: A brand across two others does not count")]
    [TestCase("mif1", "", TestName = "{m}: HEIF without a brand is not AVIF")]
    public void Other_brands_are_not_AVIF(string major, string compatible)
    {
        var format = ImageFormat.Detect(Boxes.FileType(major, compatible));

        Assert.That(format, Is.Null);
    }

    [TestCase("avif", "")]
    [TestCase("avis", "")]
    [TestCase("mif1", "miaf avif")]
    [TestCase("msf1", "miaf avis mif1")]
    public void One_brand_of_AVIF_is_enough(string major, string compatible)
    {
        var format = ImageFormat.Detect(Boxes.FileType(major, compatible));

        Assert.That(format?.ContentType, Is.EqualTo("image/avif"));
    }

    [Test]
    public void A_brand_after_the_file_type_box_does_not_count()
    {
        byte[] image = [.. Boxes.FileType("heic", "mif1"), .. "avif"u8];

        var format = ImageFormat.Detect(image);

        Assert.That(format, Is.Null);
    }
}
