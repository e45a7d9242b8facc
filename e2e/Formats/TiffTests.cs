using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class TiffTests
{
    private const string Little = "49492A00 08000000 0200";
    private const string Big = "4D4D002A 00000008 0002";
    private const string BigTiff = "49492B00 0800 0000 1000000000000000 0200000000000000";
    private const string LittleShorts = "0001 0300 01000000 03000000  0101 0300 01000000 05000000";

    [TestCase(Little, LittleShorts, TestName = "{m}: Little endian shorts")]
    [TestCase(Little, "0001 0400 01000000 03000000  0101 0300 01000000 0500FFFF", TestName = "{m}: What follows a short means nothing")]
    [TestCase(Little, "0001 0100 01000000 03FFFFFF  0101 0100 01000000 05FFFFFF", TestName = "{m}: Bytes and what follows them")]
    [TestCase(Little, "0101 0400 01000000 05000000  0001 0400 01000000 03000000", TestName = "{m}: The order of tags means nothing")]
    [TestCase("49492A00 08000000 0400", LittleShorts + "0001 0300 01000000 07000000  0101 0300 01000000 07000000", TestName = "{m}: Of tags that are repeated the first counts")]
    [TestCase(Big, "0100 0003 00000001 00030000  0101 0003 00000001 00050000", TestName = "{m}: Big endian shorts")]
    [TestCase(Big, "0100 0004 00000001 00000003  0101 0004 00000001 00000005", TestName = "{m}: Big endian longs")]
    [TestCase(BigTiff, "0001 0300 0100000000000000 0300000000000000  0101 1000 0100000000000000 0500000000000000", TestName = "{m}: BigTIFF")]
    public void The_first_directory_tells_the_size(string header, string entries)
    {
        var size = Header.Size(Hex.Bytes(header), Hex.Bytes(entries));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [TestCase(Little, "0001 0300 01000000 03000000  0101 0300 01000000 00000000", TestName = "{m}: The height is zero")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0400 01000000 00000080", TestName = "{m}: The height is more than an int")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0200 01000000 05000000", TestName = "{m}: The height is text")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 1000 01000000 05000000", TestName = "{m}: The height is of a type of BigTIFF")]
    [TestCase(Little, "0001 0300 01000000 03000000  0101 0300 02000000 05000000", TestName = "{m}: There are two heights")]
    [TestCase(Little, "0001 0300 01000000 03000000  0201 0300 01000000 05000000", TestName = "{m}: There is no height")]
    [TestCase("49492A00 08000000 0100", LittleShorts, TestName = "{m}: The directory ends early")]
    [TestCase("49492A00 08000000 FFFF", "0001 0300 01000000 03000000", TestName = "{m}: The directory is cut off")]
    [TestCase("49492B00 0400 0000 1000000000000000 0200000000000000", "", TestName = "{m}: BigTIFF with short offsets")]
    [TestCase("49492B00 0800 0000 1000000000000000 FFFFFFFFFFFFFFFF", "", TestName = "{m}: BigTIFF with very many entries")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFFFF", "", TestName = "{m}: The directory lies beyond all files")]
    [TestCase("49492A00 FFFFFFFF", "", TestName = "{m}: The directory lies beyond the end")]
    [TestCase("49492A00 00000000", LittleShorts, TestName = "{m}: There is no directory")]
    [TestCase("49492A00 02000000 0000000000000000", LittleShorts, TestName = "{m}: The directory lies in the header")]
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
