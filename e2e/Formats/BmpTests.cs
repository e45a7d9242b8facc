using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class BmpTests
{
    [TestCase("0C000000 0300 0500 0100 0800", TestName = "A_BMP_of_OS2")]
    [TestCase("10000000 03000000 05000000 0100 0800", TestName = "A_BMP_of_OS2_version_2_cut_after_the_depth")]
    [TestCase("40000000 03000000 05000000 0100 0800 00000000", TestName = "A_BMP_of_OS2_version_2")]
    [TestCase("28000000 03000000 05000000 0100 0100 00000000", TestName = "A_BMP_of_one_bit")]
    [TestCase("28000000 03000000 05000000 0100 0200 00000000", TestName = "A_BMP_of_two_bits")]
    [TestCase("28000000 03000000 05000000 0100 0800 00000000", TestName = "A_BMP_of_Windows_3")]
    [TestCase("34000000 03000000 05000000 0100 0800 03000000", TestName = "A_BMP_with_masks")]
    [TestCase("38000000 03000000 05000000 0100 0800 03000000", TestName = "A_BMP_with_an_alpha_mask")]
    [TestCase("6C000000 03000000 05000000 0100 0800 00000000", TestName = "A_BMP_of_version_4")]
    [TestCase("7C000000 03000000 FBFFFFFF 0100 0800 00000000", TestName = "A_BMP_from_top_to_bottom")]
    public void Each_header_tells_the_size(string header)
    {
        var size = Header.Size(Bmp(header, pixels: 20));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [TestCase("28000000 00000000 05000000 0100 0800 00000000", TestName = "A_BMP_without_width")]
    [TestCase("28000000 03000000 00000000 0100 0800 00000000", TestName = "A_BMP_without_height")]
    [TestCase("28000000 FDFFFFFF 05000000 0100 0800 00000000", TestName = "A_BMP_of_negative_width")]
    [TestCase("28000000 03000000 00000080 0100 0800 01000000", TestName = "A_BMP_with_the_least_height")]
    [TestCase("0C000000 0000 0100 0100 0800", TestName = "A_BMP_of_OS2_without_width")]
    [TestCase("29000000 03000000 05000000 0100 0800 00000000", TestName = "A_BMP_header_of_unknown_length")]
    [TestCase("08000000 03000000 05000000 0100 0800 00000000", TestName = "A_BMP_header_too_short_for_its_fields")]
    [TestCase("28000000 03000000 05000000 0100 0700 00000000", TestName = "A_BMP_of_seven_bits")]
    [TestCase("28000000 FFFFFF7F FFFFFF7F 0100 4000 00000000", TestName = "A_BMP_larger_than_any_file")]
    public void A_header_that_no_decoder_takes_is_broken(string header)
    {
        var size = Header.Size(Bmp(header, pixels: 20));

        Assert.That(size, Is.Null);
    }

    [TestCase("28000000 03000000 05000000 0100 0800 00000000", 18, false, TestName = "A_pixel_is_missing")]
    [TestCase("28000000 03000000 05000000 0100 0800 00000000", 19, true, TestName = "The_last_padding_is_missing")]
    [TestCase("28000000 03000000 05000000 0100 1800 00000000", 57, true, TestName = "Of_24_bits_the_last_padding_is_missing")]
    [TestCase("28000000 03000000 05000000 0100 1800 00000000", 56, false, TestName = "Of_24_bits_a_byte_is_missing")]
    [TestCase("28000000 E8030000 E8030000 0100 0800 01000000", 1, true, TestName = "Compressed_pixels_may_be_few")]
    [TestCase("28000000 E8030000 E8030000 0100 0800 01000000", 0, false, TestName = "Compressed_pixels_are_missing")]
    [TestCase("28000000 E8030000 E8030000 0100 0000 04000000", 1, true, TestName = "A_JPEG_in_a_BMP_has_no_depth")]
    [TestCase("40000000 E8030000 E8030000 0100 0100 03000000", 1, true, TestName = "Of_OS2_3_is_a_compression")]
    [TestCase("14000000 E8030000 E8030000 0100 0800 01000000", 1, true, TestName = "Of_OS2_the_header_may_end_after_the_compression")]
    [TestCase("10000000 01000000 01000000 0100 0800", 1, true, TestName = "Of_OS2_a_header_that_ends_before_it_has_none")]
    [TestCase("34000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "With_masks_a_pixel_is_missing")]
    [TestCase("38000000 03000000 05000000 0100 0800 06000000", 18, false, TestName = "With_an_alpha_mask_a_pixel_is_missing")]
    [TestCase("6C000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "Of_version_4_a_pixel_is_missing")]
    [TestCase("7C000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "Of_version_5_a_pixel_is_missing")]
    public void The_file_holds_the_pixels_that_its_header_promises(string header, int pixels, bool isRead)
    {
        var size = Header.Size(Bmp(header, pixels));

        Assert.That(size is not null, Is.EqualTo(isRead));
    }

    [TestCase(0u, true, TestName = "No_offset_of_the_pixels")]
    [TestCase(54u, true, TestName = "The_pixels_follow_the_headers")]
    [TestCase(55u, true, TestName = "The_last_padding_is_past_the_end")]
    [TestCase(56u, false, TestName = "A_pixel_is_past_the_end")]
    [TestCase(0x100_0036u, false, TestName = "The_pixels_are_16_MiB_past_the_end")]
    [TestCase(uint.MaxValue, false, TestName = "The_pixels_are_far_past_the_end")]
    public void The_pixels_begin_inside_the_file(uint offset, bool isRead)
    {
        var bmp = Bmp("28000000 03000000 05000000 0100 0800 00000000", pixels: 20);
        BitConverter.GetBytes(offset).CopyTo(bmp, 10);

        var size = Header.Size(bmp);

        Assert.That(size is not null, Is.EqualTo(isRead));
    }

    [Test]
    public void A_text_that_begins_like_a_BMP_is_broken()
    {
        var size = Header.Size("BMW is a car maker, and this is not an image."u8.ToArray());

        Assert.That(size, Is.Null);
    }

    /// <summary>A file header without sizes, an information header that is as long as it says, and so many bytes of pixels.</summary>
    private static byte[] Bmp(string header, int pixels)
    {
        var information = Hex.Bytes(header);
        return [.. "BM"u8, .. new byte[12], .. information, .. new byte[information[0] - information.Length + pixels]];
    }
}
