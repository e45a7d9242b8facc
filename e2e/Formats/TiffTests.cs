using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class TiffTests
{
    private const string Little = "49492A00 08000000 0200";
    private const string Big = "4D4D002A 00000008 0002";
    private const string BigTiff = "49492B00 0800 0000 1000000000000000 0200000000000000";
    private const string LittleShorts = "0001 0300 01000000 03000000  0101 0300 01000000 05000000";

    [TestCase(Little, LittleShorts, TestName = "Little_endian_shorts")]
    [TestCase(Little, "0001 0400 01000000 03000000  0101 0300 01000000 0500FFFF", TestName = "What_follows_a_short_means_nothing")]
    [TestCase(Little, "0001 0100 01000000 03FFFFFF  0101 0100 01000000 05FFFFFF", TestName = "Bytes_and_what_follows_them")]
    [TestCase(Little, "0101 0400 01000000 05000000  0001 0400 01000000 03000000", TestName = "The_order_of_tags_means_nothing")]
    [TestCase(Big, "0100 0003 00000001 00030000  0101 0003 00000001 00050000", TestName = "Big_endian_shorts")]
    [TestCase(Big, "0100 0004 00000001 00000003  0101 0004 00000001 00000005", TestName = "Big_endian_longs")]
    [TestCase(BigTiff, "0001 0300 0100000000000000 0300000000000000  0101 1000 0100000000000000 0500000000000000", TestName = "BigTIFF")]
    public void The_first_directory_tells_the_size(string header, string entries)
    {
        var size = Header.Size(Hex.Bytes(header), Hex.Bytes(entries));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [TestCase(Little, "0001 0300 01000000 03000000  0101 0300 01000000 00000000", TestName = "The_height_is_zero")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0400 01000000 00000080", TestName = "The_height_is_more_than_an_int")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0200 01000000 05000000", TestName = "The_height_is_text")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 1000 01000000 05000000", TestName = "The_height_is_of_a_type_of_BigTIFF")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0300 02000000 05000000", TestName = "There_are_two_heights")]
    [TestCase(Little, "0001 0300 01000000 03000000  0201 0300 01000000 05000000", TestName = "There_is_no_height")]
    [TestCase("49492A00 08000000 0100", LittleShorts, TestName = "The_directory_ends_early")]
    [TestCase("49492A00 08000000 FFFF", "0001 0300 01000000 03000000", TestName = "The_directory_is_cut_off")]
    [TestCase("49492B00 0400 0000 1000000000000000 0200000000000000", "", TestName = "BigTIFF_with_short_offsets")]
    [TestCase("49492B00 0800 0000 1000000000000000 FFFFFFFFFFFFFFFF", "", TestName = "BigTIFF_with_very_many_entries")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFFFF", "", TestName = "The_directory_lies_beyond_all_files")]
    [TestCase("49492A00 FFFFFFFF", "", TestName = "The_directory_lies_beyond_the_end")]
    [TestCase("49492A00 00000000", LittleShorts, TestName = "There_is_no_directory")]
    [TestCase("49492A00 02000000 0000000000000000", LittleShorts, TestName = "The_directory_lies_in_the_header")]
    public void A_broken_directory_has_no_size(string header, string entries)
    {
        var size = Header.Size(Hex.Bytes(header), Hex.Bytes(entries));

        Assert.That(size, Is.Null);
    }

    [Test]
    public void A_directory_that_leads_to_itself_is_read_once()
    {
        var size = Header.Size(Hex.Bytes("49492A00 08000000 0100  0201 0300 01000000 08000000  08000000"));

        Assert.That(size, Is.Null);
    }

    [Test]
    public void Very_many_entries_take_little_time()
    {
        var size = Header.Size(Hex.Bytes("49492B00 0800 0000 1000000000000000 FFFFFFFFFFFFFFFF"), new byte[4_000_000]);

        Assert.That(size, Is.Null);
    }
}
