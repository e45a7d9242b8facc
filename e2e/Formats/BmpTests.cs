using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class BmpTests
{
    [TestCase("0C000000 0300 0500 0100 0800", TestName = "{m}: A BMP of OS2")]
    [TestCase("10000000 03000000 05000000 0100 0800", TestName = "{m}: A BMP of OS2 version 2 cut after the depth")]
    [TestCase("40000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP of OS2 version 2")]
    [TestCase("2A000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP of OS2 version 2 cut after the units")]
    [TestCase("2E000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP of OS2 version 2 cut after the recording")]
    [TestCase("28000000 03000000 05000000 0100 0100 00000000", TestName = "{m}: A BMP of one bit")]
    [TestCase("28000000 03000000 05000000 0100 0200 00000000", TestName = "{m}: A BMP of two bits")]
    [TestCase("28000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP of Windows 3")]
    [TestCase("34000000 03000000 05000000 0100 0800 03000000", TestName = "{m}: A BMP with masks")]
    [TestCase("38000000 03000000 05000000 0100 0800 03000000", TestName = "{m}: A BMP with an alpha mask")]
    [TestCase("6C000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP of version 4")]
    [TestCase("7C000000 03000000 FBFFFFFF 0100 0800 00000000", TestName = "{m}: A BMP from top to bottom")]
    public void Each_header_tells_the_size(string header)
    {
        var size = Header.Size(Bmp(header, pixels: 20));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [TestCase("28000000 00000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP without width")]
    [TestCase("28000000 03000000 00000000 0100 0800 00000000", TestName = "{m}: A BMP without height")]
    [TestCase("28000000 FDFFFFFF 05000000 0100 0800 00000000", TestName = "{m}: A BMP of negative width")]
    [TestCase("28000000 03000000 00000080 0100 0800 01000000", TestName = "{m}: A BMP with the least height")]
    [TestCase("0C000000 0000 0100 0100 0800", TestName = "{m}: A BMP of OS2 without width")]
    [TestCase("29000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP header of unknown length")]
    [TestCase("44000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP header longer than that of OS2 version 2")]
    [TestCase("08000000 03000000 05000000 0100 0800 00000000", TestName = "{m}: A BMP header too short for its fields")]
    [TestCase("28000000 03000000 05000000 0100 0700 00000000", TestName = "{m}: A BMP of seven bits")]
    [TestCase("28000000 FFFFFF7F FFFFFF7F 0100 4000 00000000", TestName = "{m}: A BMP larger than any file")]
    public void A_header_that_no_decoder_takes_is_broken(string header)
    {
        var size = Header.Size(Bmp(header, pixels: 20));

        Assert.That(size, Is.Null);
    }

    [TestCase("28000000 03000000 05000000 0100 0800 00000000", 18, false, TestName = "{m}: A pixel is missing")]
    [TestCase("28000000 03000000 05000000 0100 0800 00000000 14000000", 18, false, TestName = "{m}: A pixel is missing of as many as the header says")]
    [TestCase("28000000 03000000 05000000 0100 0800 00000000", 19, true, TestName = "{m}: The last padding is missing")]
    [TestCase("28000000 04000000 05000000 0100 0800 00000000", 20, true, TestName = "{m}: Rows that need no padding")]
    [TestCase("28000000 04000000 05000000 0100 0800 00000000", 19, false, TestName = "{m}: Of rows that need no padding a pixel is missing")]
    [TestCase("28000000 21000000 02000000 0100 0100 00000000", 12, false, TestName = "{m}: Of 33 bits in a row a byte is missing")]
    [TestCase("28000000 21000000 02000000 0100 0100 00000000", 13, true, TestName = "{m}: Of 33 bits in a row the last padding is missing")]
    [TestCase("28000000 01000000 01000000 0100 4000 00000000", 8, true, TestName = "{m}: A pixel of 64 bits")]
    [TestCase("0C000000 0300 0500 0100 0800", 18, false, TestName = "{m}: Of OS2 a pixel is missing")]
    [TestCase("28000000 03000000 05000000 0100 1800 00000000", 57, true, TestName = "{m}: Of 24 bits the last padding is missing")]
    [TestCase("28000000 03000000 05000000 0100 1800 00000000", 56, false, TestName = "{m}: Of 24 bits a byte is missing")]
    [TestCase("28000000 E8030000 E8030000 0100 0800 01000000", 1, true, TestName = "{m}: Compressed pixels may be few")]
    [TestCase("28000000 E8030000 E8030000 0100 0800 01000000", 0, false, TestName = "{m}: Compressed pixels are missing")]
    [TestCase("28000000 E8030000 E8030000 0100 0000 04000000", 1, true, TestName = "{m}: A JPEG in a BMP has no depth")]
    [TestCase("28000000 E8030000 E8030000 0100 0000 05000000", 1, true, TestName = "{m}: A PNG in a BMP has no depth")]
    [TestCase("40000000 E8030000 E8030000 0100 0100 03000000", 1, true, TestName = "{m}: Of OS2 3 is a compression")]
    [TestCase("14000000 E8030000 E8030000 0100 0800 01000000", 1, true, TestName = "{m}: Of OS2 the header may end after the compression")]
    [TestCase("10000000 01000000 01000000 0100 0800", 1, true, TestName = "{m}: Of OS2 a header that ends before it has none")]
    [TestCase("28000000 03000000 05000000 0100 1000 03000000", 37, false, TestName = "{m}: Of 16 bits a byte is missing")]
    [TestCase("28000000 03000000 05000000 0100 1000 03000000", 38, true, TestName = "{m}: Of 16 bits the last padding is missing")]
    [TestCase("34000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "{m}: With masks a pixel is missing")]
    [TestCase("38000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "{m}: With masks and an alpha mask a pixel is missing")]
    [TestCase("28000000 01000000 01000000 0100 2000 00000000", 4, true, TestName = "{m}: A pixel of 32 bits")]
    [TestCase("38000000 03000000 05000000 0100 0800 06000000", 18, false, TestName = "{m}: With an alpha mask a pixel is missing")]
    [TestCase("6C000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "{m}: Of version 4 a pixel is missing")]
    [TestCase("7C000000 03000000 05000000 0100 0800 03000000", 18, false, TestName = "{m}: Of version 5 a pixel is missing")]
    public void The_file_holds_the_pixels_that_its_header_promises(string header, int pixels, bool isRead)
    {
        var size = Header.Size(Bmp(header, pixels));

        Assert.That(size is not null, Is.EqualTo(isRead));
    }

    [TestCase(0u, true, TestName = "{m}: No offset of the pixels")]
    [TestCase(54u, true, TestName = "{m}: The pixels follow the headers")]
    [TestCase(55u, true, TestName = "{m}: The last padding is past the end")]
    [TestCase(56u, false, TestName = "{m}: A pixel is past the end")]
    [TestCase(0x100_0036u, false, TestName = "{m}: The pixels are 16 MiB past the end")]
    [TestCase(uint.MaxValue, false, TestName = "{m}: The pixels are far past the end")]
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
