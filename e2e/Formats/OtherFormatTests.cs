using System.Text;
using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>Files that are refused by name.</summary>
public sealed class OtherFormatTests
{
    private const string Dimensions = "0001 0300 01000000 A0000000  0101 0300 01000000 78000000";
    private const string Reduced = "FE00 0400 01000000 01000000";

    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [TestCase("\0\0\0\u0018ftypmif1\0\0\0\0mif1heix", "HEIC")]
    [TestCase("\0\0\0\u0014ftypmif1\0\0\0\0miaf", "HEIF")]
    [TestCase("\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom", "CR3")]
    [TestCase("\0\0\0\u0014ftypqt  \0\0\0\0qt  ", "video")]
    [TestCase("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "SVG")]
    [TestCase("ï»¿ \r\n<?xml version=\"1.0\"?><!-- <a> -->\n<!DOCTYPE svg PUBLIC \"\"><SVG/>", "SVG")]
    [TestCase("<!DOCTYPE svg [ <!ENTITY a \"b\"> ]>", "SVG")]
    [TestCase("<!doctype html><svg/>", "HTML")]
    [TestCase("\n<HTML lang=en>", "HTML")]
    [TestCase("<head><title>404</title>", "HTML")]
    [TestCase("<body>not found</body>", "HTML")]
    [TestCase("<script>top.location = '/'</script>", "HTML")]
    [TestCase("ï»¿<svg/>", "SVG")]
    [TestCase("\u00FF\u000A", "JPEG XL")]
    [TestCase("\0\0\0\u000CJXL \r\n\u0087\n", "JPEG XL")]
    [TestCase("\u00FFO\u00FFQ", "JPEG 2000")]
    [TestCase("\0\0\0\u000CjP  \r\n\u0087\n", "JPEG 2000")]
    [TestCase("\0\0\u0001\0\u0001\0", "ICO")]
    [TestCase("\0\0\u0002\0\u0001\0", "ICO")]
    [TestCase("8BPS\0\u0001", "PSD")]
    [TestCase("%PDF-1.7", "PDF")]
    [TestCase("FUJIFILMCCD-RAW 0201", "RAF")]
    [TestCase("IIU\0\u0018\0\0\0", "RW2")]
    [TestCase("IIRO\u0008\0\0\0", "ORF")]
    [TestCase("IIRS\u0008\0\0\0", "ORF")]
    [TestCase("MMOR\0\0\0\u0008", "ORF")]
    [TestCase("BA\u0050\0\0\0\0\0\0\0\0\0\0\0BM\u0012", "OS/2")]
    public void A_signature_names_what_it_is(string text, string name)
    {
        var bytes = Encoding.Latin1.GetBytes(text);

        Assert.That(ImageFormat.Detect(bytes), Is.Null);
        Assert.That(OtherFormat.Of(bytes)?.Name, Does.Contain(name));
    }

    [TestCase("\0\0\0\u0014ftypmif1\0\0\0\0miaf", "Convert them to JPEG.")]
    [TestCase("FUJIFILMCCD-RAW 0201", "Export it as JPEG or TIFF.")]
    [TestCase("%PDF-1.7", null)]
    public void Advice_says_what_to_do(string text, string? advice)
    {
        var other = OtherFormat.Of(Encoding.Latin1.GetBytes(text));

        Assert.That(other?.Advice, Is.EqualTo(advice));
    }

    [TestCase("")]
    [TestCase("just text, with an <svg> later on")]
    [TestCase("<p>a paragraph</p>")]
    [TestCase("RIFF\u0004\0\0\0WAVEfmt ")]
    [TestCase("RIFX\u0004\0\0\0WEBPVP8X")]
    [TestCase("\0\0\0\u0010freeavif\0\0\0\0")]
    [TestCase("II\u0041\0\u0008\0\0\0")]
    [TestCase("Here, after a BM, is a text.")]
    [TestCase("BATMAN is a film, and no image.")]
    public void Other_bytes_have_no_name(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);

        Assert.That(ImageFormat.Detect(bytes), Is.Null);
        Assert.That(OtherFormat.Of(bytes), Is.Null);
    }

    [TestCase("49492A00 10000000 4352 0200 00000000 0200" + Dimensions, "(CR2)")]
    [TestCase("49492A00 08000000 0300" + Dimensions + "12C6 0100 04000000 01040000", "(DNG)")]
    [TestCase("49492A00 08000000 0300" + Dimensions + "0601 0300 01000000 23800000", "raw", Description = "The pattern of a sensor.")]
    [TestCase("49492A00 08000000 0300" + Dimensions + "0601 0300 01000000 4C880000", "raw", Description = "The linear values of one.")]
    [TestCase("49492A00 08000000 0400" + Reduced + Dimensions + "4A01 0400 02000000 00010000", "raw", Description = "A preview, and where the images are.")]
    [TestCase("49492A00 08000000 1C00" + Reduced + Dimensions + "0F01 0200 12000000 68010000", "raw", Description = "A preview of a camera; the rest is cut off.")]
    public void A_camera_raw_file_is_not_taken_for_its_preview(string bytes, string name)
    {
        var read = Header.Read(Hex.Bytes(bytes));

        Assert.That(read.Header, Is.Null);
        Assert.That(read.Other?.Name, Does.Contain("camera raw").And.Contain(name));
    }

    [TestCase("0400 0001 0300 01000000 A0000000  0101 0300 01000000 78000000 0F01 0200 04000000 58595A00 4A01 0400 01000000 00010000", Description = "A photograph with further resolutions.")]
    [TestCase("0300" + Reduced + Dimensions, Description = "A preview of nothing.")]
    public void Another_TIFF_of_a_camera_is_taken(string directory)
    {
        var size = Header.Size(Hex.Bytes("49492A00 08000000"), Hex.Bytes(directory));

        Assert.That(size, Is.EqualTo(new ImageSize(160, 120)));
    }
}
