using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class GifTests
{
    private const string Signature = "474946383961";
    private const string Frame = "2C 0000 0000 0700 0800 00";

    [TestCase("0300 0500 00 00 00", Frame, 3, 5, TestName = "The_logical_screen_counts")]
    [TestCase("FFFF 0100 00 00 00", Frame, 65535, 1, TestName = "The_widest_GIF")]
    [TestCase("0300 0500 80 00 00", "000000 2C3B21" + Frame, 3, 5, TestName = "A_colour_table_is_passed_over")]
    [TestCase("0300 0500 81 00 00", "000000 000000 3B0000 000000" + Frame, 3, 5, TestName = "A_colour_table_of_four_is_passed_over")]
    [TestCase("0300 0500 07 00 00", Frame, 3, 5, TestName = "A_colour_table_that_is_not_there_has_no_length")]
    [TestCase("0300 0500 00 00 00", "21F904 00000000 00 21FE 022C3B 012C 00" + Frame, 3, 5, TestName = "Extensions_are_passed_over")]
    [TestCase("0300 0500 00 00 00", "00 00 01" + Frame, 3, 5, TestName = "Stray_bytes_are_passed_over")]
    [TestCase("0000 0000 00 00 00", Frame, 7, 8, TestName = "Without_a_logical_screen_the_first_frame_counts")]
    [TestCase("0000 0500 00 00 00", Frame, 7, 8, TestName = "Without_a_width_the_first_frame_counts")]
    public void A_GIF_has_a_size(string screen, string blocks, int width, int height)
    {
        var size = Header.Size(Hex.Bytes(Signature), Hex.Bytes(screen), Hex.Bytes(blocks));

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase("0300 0500 00 00 00", "", TestName = "There_is_nothing_after_the_screen")]
    [TestCase("0300 0500 00 00 00", "3B" + Frame, TestName = "The_end_comes_first")]
    [TestCase("0300 0500 00 00 00", "21FE 01", TestName = "An_extension_is_cut_off")]
    [TestCase("0300 0500 00 00 00", "21FE 09" + Frame, TestName = "An_image_inside_an_extension")]
    [TestCase("0300 0500 87 00 00", "000000" + Frame, TestName = "A_colour_table_beyond_the_end")]
    [TestCase("0300 0500 00 00 00", "2C 0000 0000 0700 0800", TestName = "The_image_descriptor_is_cut_off")]
    [TestCase("0000 0000 00 00 00", "2C 0000 0000 0700 0000 00", TestName = "Neither_screen_nor_frame_has_a_height")]
    [TestCase("0300 0500", "", TestName = "The_screen_is_cut_off")]
    public void A_GIF_without_an_image_is_broken(string screen, string blocks)
    {
        var size = Header.Size(Hex.Bytes(Signature), Hex.Bytes(screen), Hex.Bytes(blocks));

        Assert.That(size, Is.Null);
    }

    [TestCase("21FE")]
    [TestCase("0100")]
    [TestCase("21FE00")]
    public void Four_megabytes_without_an_image_take_little_time(string repeated)
    {
        var unit = Hex.Bytes(repeated);
        byte[] blocks = [.. Enumerable.Range(0, 4 * 1024 * 1024).Select(index => unit[index % unit.Length])];

        var size = Header.Size(Hex.Bytes(Signature), Hex.Bytes("0300 0500 00 00 00 21FE"), blocks);

        Assert.That(size, Is.Null);
    }

    [Test]
    public void A_large_GIF_may_have_much_before_its_first_image([Values(1, 5, 9, 10, 11)] int before)
    {
        // Sub-blocks of one byte, after one of two bytes where that is needed to fill the place.
        var length = SparseFile.Head - 16 - before;
        byte[] subBlocks = [.. length % 2 == 0 ? Array.Empty<byte>() : [2, 1, 1], .. Enumerable.Repeat((byte)1, length % 2 == 0 ? length : length - 3)];
        byte[] comment = [0x21, 0xFE, .. subBlocks, 0];
        var file = SparseFile.Of(Hex.Bytes(Signature), Hex.Bytes("0300 0500 00 00 00"), comment, Hex.Bytes(Frame), [0, 0x3B]);

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)new ImageSize(3, 5), before >= 10 ? 1 : 2)));
    }
}
