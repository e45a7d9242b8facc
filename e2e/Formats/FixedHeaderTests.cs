using System.Buffers.Binary;
using System.Text;
using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>PNG and WebP, whose dimensions are at a fixed place.</summary>
public sealed class FixedHeaderTests
{
    [TestCase("7FFFFFFF 00000001 08 00 00 00 00", int.MaxValue, 1, TestName = "{m}: The widest PNG")]
    [TestCase("00000001 7FFFFFFF 08 00 00 00 00", 1, int.MaxValue, TestName = "{m}: The highest PNG")]
    [TestCase("00000003 00000005 01 03 00 00 01", 3, 5, TestName = "{m}: An interlaced PNG with a palette")]
    [TestCase("00000003 00000005 10 06 00 00 00", 3, 5, TestName = "{m}: A PNG of 64 bits a pixel")]
    public void A_PNG_header_tells_the_size(string header, int width, int height)
    {
        var size = Header.Size(Png(header));

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase("00000000 00000001 08 00 00 00 00", TestName = "{m}: A PNG without width")]
    [TestCase("00000001 00000000 08 00 00 00 00", TestName = "{m}: A PNG without height")]
    [TestCase("80000000 00000001 08 00 00 00 00", TestName = "{m}: A PNG too wide")]
    [TestCase("00000001 00000001 03 00 00 00 00", TestName = "{m}: A PNG of three bits")]
    [TestCase("00000001 00000001 10 03 00 00 00", TestName = "{m}: A PNG with a palette of 16 bits")]
    [TestCase("00000001 00000001 04 02 00 00 00", TestName = "{m}: A PNG in color of four bits")]
    [TestCase("00000001 00000001 08 01 00 00 00", TestName = "{m}: A PNG of an unknown color type")]
    [TestCase("00000001 00000001 08 07 00 00 00", TestName = "{m}: A PNG with a palette and alpha")]
    [TestCase("00000001 00000001 08 00 01 00 00", TestName = "{m}: A PNG of another compression")]
    [TestCase("00000001 00000001 08 00 00 01 00", TestName = "{m}: A PNG of another filter")]
    [TestCase("00000001 00000001 08 00 00 00 02", TestName = "{m}: A PNG of another interlace")]
    public void A_PNG_header_that_no_decoder_takes_is_broken(string header)
    {
        var size = Header.Size(Png(header));

        Assert.That(size, Is.Null);
    }

    [TestCase(0, "1 2 4 8 16", Description = "Gray.")]
    [TestCase(1, "")]
    [TestCase(2, "8 16", Description = "Color.")]
    [TestCase(3, "1 2 4 8", Description = "A palette.")]
    [TestCase(4, "8 16", Description = "Gray and alpha.")]
    [TestCase(5, "")]
    [TestCase(6, "8 16", Description = "Color and alpha.")]
    public void Each_color_type_of_PNG_has_its_depths(int colorType, string depths)
    {
        var taken = Enumerable.Range(0, 33).Where(depth => Header.Size(Png($"00000001 00000001 {depth:X2} {colorType:X2} 00 00 00")) is not null);

        Assert.That(string.Join(' ', taken), Is.EqualTo(depths));
    }

    [TestCase(11, 14, TestName = "{m}: The length of IHDR")]
    [TestCase(15, 0x53, TestName = "{m}: The type of the first chunk")]
    [TestCase(19, 4, TestName = "{m}: The width without the checksum")]
    [TestCase(32, 0, TestName = "{m}: The checksum")]
    public void A_PNG_with_one_other_byte_in_its_header_is_broken(int offset, byte value)
    {
        var png = Png("00000003 00000005 08 00 00 00 00");
        png[offset] = value;

        var size = Header.Size(png);

        Assert.That(size, Is.Null);
    }

    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0340 0580", 3, 5, TestName = "{m}: A lossy WebP with scale")]
    [TestCase("VP8L", "05000000 2F FFFFFF1F", 16384, 16384, TestName = "{m}: The largest lossless WebP")]
    [TestCase("VP8X", "0A000000 10000000 020000 040000", 3, 5, TestName = "{m}: A WebP canvas")]
    [TestCase("VP8X", "0A000000 10000000 FEFF00 000001", 65535, 65537, TestName = "{m}: A WebP canvas of as many pixels as there may be")]
    [TestCase("VP8X", "0A000000 10000000 FFFFFF FE0000", 16777216, 255, TestName = "{m}: A very wide WebP canvas")]
    [TestCase("VP8X", "0A000000 10000000 FE0000 FFFFFF", 255, 16777216, TestName = "{m}: A very high WebP canvas")]
    public void A_WebP_chunk_tells_the_size(string chunk, string data, int width, int height)
    {
        var size = Header.Size(WebP(chunk, data));

        Assert.That(size, Is.EqualTo(new ImageSize(width, height)));
    }

    [TestCase("VP8 ", "0A000000 11 00 00 9D012A 0300 0500", TestName = "{m}: A WebP without a key frame")]
    [TestCase("VP8 ", "0A000000 18 00 00 9D012A 0300 0500", TestName = "{m}: A lossy WebP of a later version")]
    [TestCase("VP8 ", "0A000000 00 00 00 9D012A 0300 0500", TestName = "{m}: A WebP frame that is not shown")]
    [TestCase("VP8 ", "0A000000 50 01 00 9D012A 0300 0500", TestName = "{m}: A WebP partition beyond its chunk")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012B 0300 0500", TestName = "{m}: A WebP without start code")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0000 0500", TestName = "{m}: A WebP without width")]
    [TestCase("VP8 ", "0A000000 10 00 00 9D012A 0300 0080", TestName = "{m}: A WebP without height")]
    [TestCase("VP8 ", "09000000 10 00 00 9D012A 0300 0500", TestName = "{m}: A WebP chunk that ends early")]
    [TestCase("VP8 ", "0B000000 10 00 00 9D012A 0300 0500", TestName = "{m}: A WebP chunk beyond the end")]
    [TestCase("VP8L", "05000000 2E FFFFFF1F", TestName = "{m}: A lossless WebP without its mark")]
    [TestCase("VP8L", "05000000 2F FFFFFF3F", TestName = "{m}: A lossless WebP of a later version")]
    [TestCase("VP8M", "05000000 2F FFFFFF1F", TestName = "{m}: A lossless WebP under another name")]
    [TestCase("VP8X", "0A000000 10000000 FFFFFF FF0000", TestName = "{m}: A WebP canvas of too many pixels")]
    [TestCase("VP8X", "09000000 10000000 020000 040000", TestName = "{m}: A WebP canvas that ends early")]
    [TestCase("ALPH", "0A000000 10000000 020000 040000", TestName = "{m}: A WebP that begins with another chunk")]
    [TestCase("ALPH", "0A000000 10 00 00 9D012A 0300 0500", TestName = "{m}: A WebP whose first chunk is like an image")]
    public void A_broken_WebP_chunk_has_no_size(string chunk, string data)
    {
        var size = Header.Size(WebP(chunk, data));

        Assert.That(size, Is.Null);
    }

    [TestCase(-1, true)]
    [TestCase(0, true)]
    [TestCase(1, false)]
    public void A_WebP_may_not_end_before_its_stated_size(int more, bool isRead)
    {
        byte[] webp = [.. WebP("VP8X", "0A000000 10000000 020000 040000"), .. "uniq\u0002\0\0\0__"u8];
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(4), webp.Length - 8 + more);

        var size = Header.Size(webp);

        Assert.That(size, Is.EqualTo(isRead ? new ImageSize(3, 5) : (ImageSize?)null));
    }

    [Test]
    public void Very_many_chunks_take_little_time()
    {
        byte[] canvas = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 4, 0, 0];
        var length = BitConverter.GetBytes(canvas.Length + 4_000_000);

        var webp = Header.Size("RIFF"u8.ToArray(), length, canvas, new byte[4_000_000]);
        var png = Header.Size(Png("00000003 00000005 08 00 00 00 00"), new byte[4_000_000]);

        Assert.That((webp, png), Is.EqualTo(((ImageSize?)new ImageSize(3, 5), (ImageSize?)new ImageSize(3, 5))));
    }

    /// <summary>The signature and IHDR, with its checksum.</summary>
    private static byte[] Png(string header)
    {
        byte[] chunk = [.. "IHDR"u8, .. Hex.Bytes(header)];
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, System.IO.Hashing.Crc32.HashToUInt32(chunk));
        return [.. Hex.Bytes("89504E47 0D0A1A0A 0000000D"), .. chunk, .. checksum];
    }

    private static byte[] WebP(string chunk, string data)
    {
        byte[] body = [.. "WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), .. Hex.Bytes(data)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }
}
