using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class JpegTests
{
    private static readonly byte[] Soi = Hex.Bytes("FFD8");
    private static readonly byte[] Frame = Hex.Bytes("FFC0 000B 08 0005 0003 01 011100");

    [Test]
    public void Each_kind_of_frame_has_a_size([Range(0xC0, 0xCF)] int marker)
    {
        var frame = Frame.ToArray();
        frame[1] = (byte)marker;

        var size = Header.Size(Soi, frame);

        var isFrame = marker is not (0xC4 or 0xC8 or 0xCC);
        Assert.That(size, Is.EqualTo(isFrame ? new ImageSize(3, 5) : (ImageSize?)null));
    }

    [TestCase("FFE1 0002", TestName = "{m}: An empty segment")]
    [TestCase("FFE1 0002 FFC4 000D FFC0 000B 08 0001 0001 01 00", TestName = "{m}: An empty segment before another")]
    [TestCase("FFE1 000D FFC0 000B 08 0001 0001 01 00", TestName = "{m}: A frame inside a segment")]
    [TestCase("FFC4 0003 00", TestName = "{m}: A table")]
    [TestCase("FFFFFFFF", TestName = "{m}: Fill bytes")]
    [TestCase("FF01 FFD0 FFD7 FFD8", TestName = "{m}: Markers without a segment")]
    [TestCase("FFE1 0000", TestName = "{m}: A length of zero")]
    [TestCase("FFE1 0001", TestName = "{m}: A length too short for itself")]
    [TestCase("FF00", TestName = "{m}: A stuffed byte")]
    [TestCase("FFE1 0002 00", TestName = "{m}: A byte between segments")]
    [TestCase("FFE1 0002 FF00 FF00 0102 FFFF00", TestName = "{m}: Much of both between segments")]
    [TestCase("0001020304 FFFF", TestName = "{m}: Bytes right after the start of the image")]
    public void What_comes_before_the_frame_is_passed_over(string before)
    {
        var size = Header.Size(Soi, Hex.Bytes(before), Frame);

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [TestCase("FFDA 0002", TestName = "{m}: A scan")]
    [TestCase("FFD9", TestName = "{m}: The end")]
    [TestCase("FFE1 FFFF", TestName = "{m}: A length beyond the end")]
    public void No_frame_can_follow(string before)
    {
        var size = Header.Size(Soi, Hex.Bytes(before), Frame);

        Assert.That(size, Is.Null);
    }

    [TestCase("FFC0 000B 08 0000 0003 01 011100", TestName = "{m}: The height comes after the scan")]
    [TestCase("FFC0 000B 08 0005 0000 01 011100", TestName = "{m}: The width is zero")]
    [TestCase("FFC0 0006 08 0005 0003 01 011100", TestName = "{m}: The segment ends before the width")]
    public void A_broken_frame_has_no_size(string frame)
    {
        var size = Header.Size(Soi, Hex.Bytes(frame));

        Assert.That(size, Is.Null);
    }

    [TestCase("FF")]
    [TestCase("FFD0")]
    [TestCase("FFE00002")]
    [TestCase("FF00")]
    [TestCase("00")]
    [TestCase("FFE1000845786966 0000")]
    public void Four_megabytes_without_a_frame_take_little_time(string repeated)
    {
        var unit = Hex.Bytes(repeated);
        var image = new byte[4 * 1024 * 1024];
        Soi.CopyTo(image, 0);
        for (var index = Soi.Length; index < image.Length; index++)
            image[index] = unit[(index - Soi.Length) % unit.Length];

        var size = Header.Size(image);

        Assert.That(size, Is.Null);
    }
}
