using ImageService.Handlers.Formats;
using static ImageService.E2E.Formats.Boxes;

namespace ImageService.E2E.Formats;

/// <summary>Large images, of which the service reads the first 1 MiB and, where the dimensions are further in, one part of up to 16 MiB.</summary>
public sealed class TwoPartTests
{
    private const long Gigabytes = 5L * 1024 * 1024 * 1024;

    private static readonly ImageSize Size = new(3, 5);
    private static readonly byte[] Meta = Boxes.Meta(Box("pitm", Hex.Bytes("00000000 0001")), Box("ipco", Extents(3, 5)), Box("ipma", Hex.Bytes("00000000 00000001 0001 01 01")));
    private static readonly byte[] LittleDirectory = Hex.Bytes("0200  0001 0300 01000000 03000000  0101 0300 01000000 05000000");
    private static readonly byte[] BigTiffDirectory = Hex.Bytes("0200000000000000  0001 0300 0100000000000000 0300000000000000  0101 0300 0100000000000000 0500000000000000");
    private static readonly byte[] Frame = Hex.Bytes("FFC0 000B 08 0005 0003 01 011100");

    [TestCase(0x10_0000)]
    [TestCase(0x10_0000 - 1)]
    [TestCase(0x10_0000 - 20)]
    [TestCase(0xFFFF_FFE0L)]
    public void A_TIFF_may_have_its_directory_after_the_pixels(long offset)
    {
        var file = new SparseFile(Gigabytes, (0, [.. Hex.Bytes("49492A00"), .. BitConverter.GetBytes((uint)offset)]), (offset, LittleDirectory));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [Test]
    public void A_BigTIFF_may_have_its_directory_beyond_4_GiB()
    {
        var offset = Gigabytes - BigTiffDirectory.Length;
        var file = new SparseFile(Gigabytes, (0, [.. Hex.Bytes("49492B00 0800 0000"), .. BitConverter.GetBytes(offset)]), (offset, BigTiffDirectory));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [TestCase(0x20_0000)]
    [TestCase(Gigabytes - 1024)]
    public void An_AVIF_may_have_its_meta_box_after_the_pixels(long offset)
    {
        var type = FileType("avif");
        var file = new SparseFile(
            Gigabytes, (0, [.. type, .. SizedBox("00000001", "mdat", $"{offset - type.Length:X16}")]), (offset, [.. Box("free", new byte[100]), .. Box("meta", Meta)]));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [Test]
    public void An_AVIF_may_have_its_meta_box_across_the_end_of_the_first_part([Range(1, 40)] int before)
    {
        var type = FileType("avif");
        var free = new byte[SparseFile.Head - before - type.Length - 8];
        var file = SparseFile.Of(type, Box("free", free), Box("meta", Meta));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [Test]
    public void A_JPEG_may_have_much_before_its_frame_header([Range(1, 40)] int before)
    {
        var file = SparseFile.Of([0xFF, 0xD8, .. JpegSegments.Of(SparseFile.Head - 2 - before)], Frame, [0xFF, 0xDA]);

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, before >= 9 ? 1 : 2)));
    }

    [Test]
    public void A_JPEG_is_read_on_in_the_second_part()
    {
        var file = SparseFile.Of([0xFF, 0xD8, .. JpegSegments.Of(SparseFile.Head + SparseFile.Part - 70_000)], Frame);

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [Test]
    public void The_second_part_begins_after_the_stray_bytes_of_the_first()
    {
        var file = new SparseFile(Gigabytes, (0, [0xFF, 0xD8]), (SparseFile.Part + 100, Frame));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)Size, 2)));
    }

    [Test]
    public void What_not_even_the_second_part_holds_is_broken()
    {
        var jpeg = SparseFile.Of([0xFF, 0xD8, .. JpegSegments.Of(SparseFile.Head + SparseFile.Part + 200_000)], Frame);
        var avif = SparseFile.Of(FileType("avif"), Box("mdat", new byte[SparseFile.Head]), Box("mdat", new byte[SparseFile.Part]), Box("meta", Meta));

        Assert.That(jpeg.ReadSize(), Is.EqualTo(((ImageSize?)null, 2)));
        Assert.That(avif.ReadSize(), Is.EqualTo(((ImageSize?)null, 2)));
    }
}
