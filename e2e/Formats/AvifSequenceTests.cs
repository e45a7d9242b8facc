using ImageService.Handlers.Formats;
using static ImageService.E2E.Formats.Boxes;

namespace ImageService.E2E.Formats;

/// <summary>AVIF image sequences without a primary item, and what else a file may have a lot of.</summary>
public sealed class AvifSequenceTests
{
    private static readonly byte[] EmptyMeta = Box("meta", new byte[4], Handler("pict"));

    [TestCase("pict", 0)]
    [TestCase("pict", 1)]
    [TestCase("vide", 0)]
    public void Without_a_primary_item_the_size_of_the_track_counts(string handler, int version)
    {
        var size = Header.Size(FileType("avis"), EmptyMeta, Box("moov", Box("mvhd"), Track(handler, 3, 5, version)));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void The_track_of_an_alpha_plane_does_not_count()
    {
        var size = Header.Size(FileType("avis"), Box("moov", Track("auxv", 7, 8), Track("pict", 0, 0), Track("pict", 3, 5)));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void A_track_in_another_box_does_not_count()
    {
        var size = Header.Size(FileType("avis"), Box("free", Track("pict", 7, 8)), Box("moov", Track("pict", 3, 5)));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void Another_box_of_the_movie_is_no_track()
    {
        var size = Header.Size(FileType("avis"), Box("moov", Box("free", Track("pict", 7, 8)[8..]), Track("pict", 3, 5)));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void A_movie_box_may_come_after_the_frames()
    {
        var file = SparseFile.Of(FileType("avis"), EmptyMeta, Box("mdat", new byte[SparseFile.Head]), Box("moov", Track("pict", 3, 5)));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)new ImageSize(3, 5), 2)));
    }

    [Test]
    public void A_sequence_without_a_track_of_pictures_is_broken()
    {
        var size = Header.Size(FileType("avis"), EmptyMeta, Box("moov", Track("soun", 3, 5), Box("trak"), Box("trak", Box("tkhd"), Box("mdia", Handler("pict")))));

        Assert.That(size, Is.Null);
    }

    [TestCase("free", TestName = "{m}: Five hundred thousand boxes")]
    [TestCase("meta", TestName = "{m}: Five hundred thousand meta boxes")]
    [TestCase("moov", TestName = "{m}: Five hundred thousand movie boxes")]
    public void Very_many_boxes_take_little_time(string type)
    {
        byte[] boxes = [.. Enumerable.Repeat(Box(type), 500_000).SelectMany(box => box)];

        var size = Header.Size(FileType("avif"), boxes);

        Assert.That(size, Is.Null);
    }

    [Test]
    public void Very_many_meta_boxes_with_very_many_properties_take_little_time()
    {
        var meta = Box("meta", Meta(
            Box("pitm", Hex.Bytes("00000000 0001")),
            Box("ipco", [.. Enumerable.Repeat(Box("irot", [1]), 1000)]),
            Box("ipma", Hex.Bytes("00000001 00000001 0001 FF"), [.. Enumerable.Repeat((byte)0x7F, 510)])));

        var size = Header.Size(FileType("avif"), [.. Enumerable.Repeat(meta, 400).SelectMany(box => box)]);

        Assert.That(size, Is.Null);
    }

    /// <summary>A track header with the size at its end, and a handler.</summary>
    private static byte[] Track(string handler, int width, int height, int version = 0) => Box(
        "trak",
        Box("tkhd", [(byte)version], new byte[version == 0 ? 75 : 87], Hex.Bytes($"{width:X4}0000 {height:X4}0000")),
        Box("mdia", Box("mdhd"), Handler(handler)));

    private static byte[] Handler(string type) => Box("hdlr", new byte[8], System.Text.Encoding.ASCII.GetBytes(type), new byte[13]);
}
