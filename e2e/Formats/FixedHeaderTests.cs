using System.Text;
using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>PNG, GIF, WebP and BMP, whose dimensions stand at a fixed place.</summary>
public sealed class FixedHeaderTests
{
    private const string Png = "89504E47 0D0A1A0A";
    private const string Gif = "474946383961";
    private const string Bmp = "424D 00000000 0000 0000 00000000";

    [TestCase(Png, "0000000D 49484452 7FFFFFFF 00000001", int.MaxValue, 1, TestName = "The_largest_PNG")]
    [TestCase(Gif, "FFFF 0100", 65535, 1, TestName = "The_widest_GIF")]
    [TestCase(Bmp, "0C000000 FFFF 0100", 65535, 1, TestName = "A_BMP_of_OS2")]
    [TestCase(Bmp, "28000000 03000000 05000000", 3, 5, TestName = "A_BMP_of_Windows_3")]
    [TestCase(Bmp, "34000000 03000000 05000000", 3, 5, TestName = "A_BMP_with_masks")]
    [TestCase(Bmp, "38000000 03000000 05000000", 3, 5, TestName = "A_BMP_with_an_alpha_mask")]
    [TestCase(Bmp, "40000000 03000000 05000000", 3, 5, TestName = "A_BMP_of_OS2_version_2")]
    [TestCase(Bmp, "6C000000 03000000 05000000", 3, 5, TestName = "A_BMP_of_version_4")]
    [TestCase(Bmp, "7C000000 03000000 FBFFFFFF", 3, 5, TestName = "A_BMP_from_top_to_bottom")]
    [TestCase(Bmp, "28000000 FFFFFF7F 01000080", int.MaxValue, int.MaxValue, TestName = "The_largest_BMP")]
    public void The_size_stands_behind_the_signature(string signature, string header, int width, int height)
    {
        var size = Header.Size(Hex.Bytes(signature), Hex.Bytes(header));

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase(Png, "0000000D 49484452 00000000 00000001", TestName = "A_PNG_without_width")]
    [TestCase(Png, "0000000D 49484452 00000001 00000000", TestName = "A_PNG_without_height")]
    [TestCase(Png, "0000000D 49484452 80000000 00000001", TestName = "A_PNG_too_wide")]
    [TestCase(Png, "0000000E 49484452 00000001 00000001", TestName = "A_PNG_header_of_another_length")]
    [TestCase(Png, "0000000D 74455874 00000001 00000001", TestName = "A_PNG_that_begins_with_another_chunk")]
    [TestCase(Gif, "0000 0100", TestName = "A_GIF_without_width")]
    [TestCase(Gif, "0100 0000", TestName = "A_GIF_without_height")]
    [TestCase(Bmp, "28000000 00000000 05000000", TestName = "A_BMP_without_width")]
    [TestCase(Bmp, "28000000 03000000 00000000", TestName = "A_BMP_without_height")]
    [TestCase(Bmp, "28000000 FDFFFFFF 05000000", TestName = "A_BMP_of_negative_width")]
    [TestCase(Bmp, "28000000 03000000 00000080", TestName = "A_BMP_with_the_least_height")]
    [TestCase(Bmp, "0C000000 0000 0100", TestName = "A_BMP_of_OS2_without_width")]
    [TestCase(Bmp, "29000000 03000000 05000000", TestName = "A_BMP_header_of_unknown_length")]
    [TestCase("424D5720 69732061 20636172 206D616B 65722E2E 2E2E2E2E", "", TestName = "A_text_that_begins_like_a_BMP")]
    public void A_broken_header_has_no_size(string signature, string header)
    {
        var size = Header.Size(Hex.Bytes(signature), Hex.Bytes(header));

        Assert.That(size, Is.Null);
    }

    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0340 0580", 3, 5, TestName = "A_lossy_WebP_with_scale")]
    [TestCase("VP8L", "05000000 2F FFFFFF1F", 16384, 16384, TestName = "The_largest_lossless_WebP")]
    [TestCase("VP8X", "0A000000 10000000 020000 040000", 3, 5, TestName = "A_WebP_canvas")]
    [TestCase("VP8X", "0A000000 10000000 FFFFFF FE0000", 16777216, 255, TestName = "A_very_wide_WebP_canvas")]
    public void A_WebP_chunk_tells_the_size(string chunk, string data, int width, int height)
    {
        var size = WebPSize(chunk, data);

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase("VP8 ", "0A000000 11 00 00 9D012A 0300 0500", TestName = "A_WebP_without_a_key_frame")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012B 0300 0500", TestName = "A_WebP_without_start_code")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0000 0500", TestName = "A_WebP_without_width")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0300 0080", TestName = "A_WebP_without_height")]
    [TestCase("VP8 ", "09000000 10 00 00 9D012A 0300 0500", TestName = "A_WebP_chunk_that_ends_early")]
    [TestCase("VP8L", "05000000 2E FFFFFF1F", TestName = "A_lossless_WebP_without_its_mark")]
    [TestCase("VP8L", "05000000 2F FFFFFF3F", TestName = "A_lossless_WebP_of_a_later_version")]
    [TestCase("VP8X", "0A000000 10000000 FFFFFF FF0000", TestName = "A_WebP_canvas_of_too_many_pixels")]
    [TestCase("ALPH", "0A000000 10000000 020000 040000", TestName = "A_WebP_that_begins_with_another_chunk")]
    public void A_broken_WebP_chunk_has_no_size(string chunk, string data)
    {
        var size = WebPSize(chunk, data);

        Assert.That(size, Is.Null);
    }

    private static ImageSize? WebPSize(string chunk, string data) =>
        Header.Size("RIFF\0\0\0\0WEBP"u8.ToArray(), Encoding.ASCII.GetBytes(chunk), Hex.Bytes(data));
}
