using static ImageService.E2E.Formats.Boxes;

namespace ImageService.E2E.Formats;

/// <summary>Orientations of EXIF, 1 to 8, in each format that has them.</summary>
public sealed class OrientationTests
{
    private static readonly byte[] Soi = Hex.Bytes("FFD8");
    private static readonly byte[] Frame = Hex.Bytes("FFC0 000B 08 0005 0003 01 011100");

    [Test]
    public void A_JPEG_has_the_orientation_of_its_Exif_segment([Range(1, 8)] int orientation, [Values] bool bigEndian)
    {
        var read = Header.Orientation(Soi, ExifData.Segment(ExifData.Of(orientation, bigEndian)), Frame);

        Assert.That(read, Is.EqualTo(Told(orientation)));
    }

    [Test]
    public void A_JPEG_may_have_its_Exif_segment_after_the_frame_header()
    {
        var exif = ExifData.Segment(ExifData.Of(6));

        Assert.That(Header.Orientation(Soi, Frame, exif), Is.EqualTo(6));
        Assert.That(Header.Orientation(Soi, Frame, [0xFF, 0xDA, 0, 2], exif), Is.Null);
    }

    [Test]
    public void Of_several_segments_the_first_Exif_data_count()
    {
        var read = Header.Orientation(Soi, Hex.Bytes("FFE1 0008 68747470 3A2F"), ExifData.Segment(ExifData.Of(8)), ExifData.Segment(ExifData.Of(3)), Frame);

        Assert.That(read, Is.EqualTo(8));
    }

    [Test]
    public void Data_of_another_kind_in_the_same_segment_turn_nothing()
    {
        byte[] exif = [.. "other\0"u8, .. ExifData.Of(6)];

        var read = Header.Orientation(Soi, [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif], Frame);

        Assert.That(read, Is.Null);
    }

    [Test]
    public void A_PNG_has_the_orientation_of_its_eXIf_chunk([Range(1, 8)] int orientation, [Values] bool bigEndian)
    {
        var read = Header.Orientation(PngWriter.Write(3, 5, "eXIf"u8, ExifData.Of(orientation, bigEndian)));

        Assert.That(read, Is.EqualTo(Told(orientation)));
    }

    [Test]
    public void A_WebP_has_the_orientation_of_its_EXIF_chunk([Range(1, 8)] int orientation, [Values] bool hasMark)
    {
        byte[] exif = [.. hasMark ? "Exif\0\0"u8 : [], .. ExifData.Of(orientation)];
        byte[] chunks = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 4, 0, 0, .. "odd "u8, 1, 0, 0, 0, 7, 0, .. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif];

        var read = Header.Orientation("RIFF"u8.ToArray(), BitConverter.GetBytes(chunks.Length), chunks);

        Assert.That(read, Is.EqualTo(Told(orientation)));
    }

    [Test]
    public void Exif_data_in_another_chunk_turns_nothing()
    {
        var exif = ExifData.Of(6);
        byte[] chunks = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 4, 0, 0, .. "XMP "u8, (byte)exif.Length, 0, 0, 0, .. exif];

        var png = Header.Orientation(PngWriter.Write(3, 5, "eXif"u8, exif));
        var webP = Header.Orientation("RIFF"u8.ToArray(), BitConverter.GetBytes(chunks.Length), chunks);

        Assert.That(png, Is.Null);
        Assert.That(webP, Is.Null);
    }

    [Test]
    public void What_follows_the_end_of_a_WebP_does_not_turn_it()
    {
        var exif = ExifData.Of(6);
        byte[] canvas = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 4, 0, 0];

        var read = Header.Orientation("RIFF"u8.ToArray(), BitConverter.GetBytes(canvas.Length), canvas, [.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif]);

        Assert.That(read, Is.Null);
    }

    [Test]
    public void What_follows_the_end_of_a_chunk_does_not_belong_to_it()
    {
        var exif = ExifData.Of(6);
        var length = (byte)(exif.Length - 8);
        var png = PngWriter.Write(3, 5, "eXIf"u8, exif);
        // The last byte of the chunk's length, after the signature and IHDR.
        png[8 + 25 + 3] = length;
        byte[] webP = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 4, 0, 0, .. "EXIF"u8, length, 0, 0, 0, .. exif];

        Assert.That(Header.Orientation(png), Is.Null);
        Assert.That(Header.Orientation("RIFF"u8.ToArray(), BitConverter.GetBytes(webP.Length), webP), Is.Null);
    }

    [Test]
    public void Only_an_APP1_segment_of_a_JPEG_has_Exif_data()
    {
        var segment = ExifData.Segment(ExifData.Of(6));
        segment[1] = 0xE2;

        Assert.That(Header.Orientation(Soi, segment, Frame), Is.Null);
    }

    [Test]
    public void A_TIFF_has_the_orientation_of_its_first_directory([Range(1, 8)] int orientation)
    {
        var read = Header.Orientation(Hex.Bytes($"49492A00 08000000 0300 0001 0300 01000000 03000000 0101 0300 01000000 05000000 1201 0300 01000000 {orientation:X2}000000"));

        Assert.That(read, Is.EqualTo(Told(orientation)));
    }

    [Test]
    public void Of_two_orientations_of_a_TIFF_the_first_counts()
    {
        var read = Header.Orientation(Hex.Bytes("49492A00 08000000 0400 0001 0300 01000000 03000000 0101 0300 01000000 05000000 1201 0300 01000000 06000000 1201 0300 01000000 08000000"));

        Assert.That(read, Is.EqualTo(6));
    }

    [TestCase("irot 00", null)]
    [TestCase("irot 01", 8)]
    [TestCase("irot 02", 3)]
    [TestCase("irot 03", 6)]
    [TestCase("imir 00", 4)]
    [TestCase("imir 01", 2)]
    [TestCase("irot 01 imir 00", 5)]
    [TestCase("irot 01 imir 01", 7)]
    [TestCase("irot 03 imir 00", 7)]
    [TestCase("irot 03 imir 01", 5)]
    [TestCase("irot 02 imir 00", 2)]
    [TestCase("imir 00 irot 01", 7, Description = "The order matters.")]
    [TestCase("imir 01 irot 01", 5)]
    [TestCase("irot FD", 8, Description = "The other bits are reserved.")]
    public void An_AVIF_is_turned_by_the_properties_of_its_primary_item(string properties, int? orientation)
    {
        var words = properties.Split(' ');
        var turnings = words.Chunk(2).Select(pair => Box(pair[0], Hex.Bytes(pair[1]))).ToArray();
        var indexes = string.Concat(Enumerable.Range(2, turnings.Length).Select(index => $"{index | 0x80:X2}"));

        var read = Header.Orientation(Avif([Extents(3, 5), .. turnings], $"{turnings.Length + 1:X2} 01 {indexes}"));

        Assert.That(read, Is.EqualTo(orientation));
    }

    [Test]
    public void An_empty_property_of_an_AVIF_turns_nothing()
    {
        var read = Header.Read(Avif([Extents(3, 5), Box("irot"), Box("imir")], "03 01 82 83"));

        Assert.That(read.Header, Is.EqualTo(new Handlers.Formats.ImageHeader(new(3, 5), null)));
    }

    [Test]
    public void Properties_of_an_AVIF_apply_in_the_order_of_their_association()
    {
        byte[][] properties = [Box("imir", [0]), Box("irot", [1]), Extents(3, 5), Box("irot", [2])];

        Assert.That(Header.Orientation(Avif(properties, "03 82 81 03")), Is.EqualTo(5));
        Assert.That(Header.Orientation(Avif(properties, "03 81 82 03")), Is.EqualTo(7));
    }

    [TestCase("", TestName = "{m}: Nothing")]
    [TestCase("49492A00", TestName = "{m}: A byte order alone")]
    [TestCase("49492A00 FFFFFFFF", TestName = "{m}: An offset past the end")]
    [TestCase("49492A00 00000000 0100 1201 0300 01000000 06000000", TestName = "{m}: An offset of zero")]
    [TestCase("49492A00 08000000 FFFF", TestName = "{m}: Entries past the end")]
    [TestCase("49492A00 08000000 0100 1201 0300 01000000 00000000", TestName = "{m}: Zero")]
    [TestCase("49492A00 08000000 0100 1201 0300 01000000 09000000", TestName = "{m}: Nine")]
    [TestCase("49492A00 08000000 0100 1201 0200 01000000 06000000", TestName = "{m}: A text")]
    [TestCase("49492A00 08000000 0100 1201 0300 02000000 06000000", TestName = "{m}: Two orientations")]
    [TestCase("58582A00 08000000 0100 1201 0300 01000000 06000000", TestName = "{m}: No byte order")]
    public void A_value_that_is_not_an_orientation_is_left_out(string exif)
    {
        var jpeg = Header.Read(Soi, ExifData.Segment(Hex.Bytes(exif)), Frame);
        var png = Header.Read(PngWriter.Write(3, 5, "eXIf"u8, Hex.Bytes(exif)));

        Assert.That((jpeg.Size, jpeg.Header?.Orientation), Is.EqualTo((new Handlers.Formats.ImageSize(3, 5), (int?)null)));
        Assert.That((png.Size, png.Header?.Orientation), Is.EqualTo((new Handlers.Formats.ImageSize(3, 5), (int?)null)));
    }

    [TestCase("exif-90x60.jpg", 6)]
    [TestCase("rotated-90x60.avif", 8)]
    [TestCase("baseline-640x480.jpg", null)]
    [TestCase("lzw-320x201.tiff", null)]
    public void The_size_stays_that_of_the_stored_pixels(string name, int? orientation)
    {
        var sample = SampleImages.Named(name);

        var read = Header.Read(sample.Bytes);

        Assert.That(read.Header, Is.EqualTo(new Handlers.Formats.ImageHeader(new(sample.Width, sample.Height), orientation)));
    }

    private static int? Told(int orientation) => orientation == 1 ? null : orientation;

    /// <summary>An AVIF whose only item has these properties, by indexes from 1; how many there are comes first.</summary>
    private static byte[] Avif(byte[][] properties, string indexes) =>
    [
        .. FileType("avif"),
        .. Box("meta", Boxes.Meta(Box("pitm", Hex.Bytes("00000000 0001")), Box("ipco", properties), Box("ipma", Hex.Bytes($"00000000 00000001 0001 {indexes}")))),
    ];
}
