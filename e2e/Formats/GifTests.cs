using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class GifTests
{
    private const string Signature = "474946383961";
    private const string Frame = "2C 0000 0000 0700 0800 00";

    [TestCase("0300 0500 00 00 00", Frame, 3, 5, TestName = "{m}: The logical screen counts")]
    [TestCase("FFFF 0100 00 00 00", Frame, 65535, 1, TestName = "{m}: The widest GIF")]
    [TestCase("0300 0500 80 00 00", "000000 2C3B21" + Frame, 3, 5, TestName = "{m}: A color table is passed over")]
    [TestCase("0300 0500 81 00 00", "000000 000000 3B0000 000000" + Frame, 3, 5, TestName = "{m}: A color table of four is passed over")]
    [TestCase("0300 0500 07 00 00", Frame, 3, 5, TestName = "{m}: A color table that is not there has no length")]
    [TestCase("0300 0500 00 00 00", "21F904 00000000 00 21FE 022C3B 012C 00" + Frame, 3, 5, TestName = "{m}: Extensions are passed over")]
    [TestCase("0300 0500 00 00 00", "00 00 01" + Frame, 3, 5, TestName = "{m}: Stray bytes are passed over")]
    [TestCase("0000 0000 00 00 00", Frame, 7, 8, TestName = "{m}: Without a logical screen the first frame counts")]
    [TestCase("0000 0000 00 00 00", "21FF 0141 0A2C000000000400040000 00" + Frame, 7, 8, TestName = "{m}: No sub-block of an extension is a frame")]
    [TestCase("0000 0500 00 00 00", Frame, 7, 8, TestName = "{m}: Without a width the first frame counts")]
    public void A_GIF_has_a_size(string screen, string blocks, int width, int height)
    {
        var size = Header.Size(Hex.Bytes(Signature), Hex.Bytes(screen), Hex.Bytes(blocks));

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase("0300 0500 00 00 00", "", TestName = "{m}: There is nothing after the screen")]
    [TestCase("0300 0500 00 00 00", "3B" + Frame, TestName = "{m}: The end comes first")]
    [TestCase("0300 0500 00 00 00", "21FE 01", TestName = "{m}: An extension is cut off")]
    [TestCase("0300 0500 00 00 00", "21FE 09" + Frame, TestName = "{m}: An image inside an extension")]
    [TestCase("0300 0500 87 00 00", "000000" + Frame, TestName = "{m}: A color table beyond the end")]
    [TestCase("0300 0500 00 00 00", "2C 0000 0000 0700 0800", TestName = "{m}: The image descriptor is cut off")]
    [TestCase("0000 0000 00 00 00", "2C 0000 0000 0700 0000 00", TestName = "{m}: Neither screen nor frame has a height")]
    [TestCase("0300 0500", "", TestName = "{m}: The screen is cut off")]
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
