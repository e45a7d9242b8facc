using ImageService.Handlers.Formats;
using static ImageService.E2E.Formats.Boxes;

namespace ImageService.E2E.Formats;

public sealed class AvifTests
{
    /// <summary>Item 1 has the first extents, item 2 the second ones and is the primary item.</summary>
    private static readonly byte[] Meta = Boxes.Meta(
        Box("pitm", Hex.Bytes("00000000 0002")),
        Box("ipco", Extents(160, 120), Box("pixi"), Extents(640, 480)),
        Box("ipma", Hex.Bytes("00000000 00000002 0001 01 01 0002 02 82 83")));

    [Test]
    public void The_primary_item_counts_and_not_its_thumbnail()
    {
        var size = Header.Size(FileType("avif"), Box("meta", Meta));

        Assert.That(size, Is.EqualTo(new ImageSize(640, 480)));
    }

    [Test]
    public void Item_ids_may_have_32_bits_and_property_indexes_15()
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes("01000000 00020001")),
            Box("ipco", [.. Enumerable.Repeat(Box("pixi"), 300), Extents(3, 5)]),
            Box("ipma", Hex.Bytes("01000001 00000002 00000001 01 0001 00020001 02 8001 812D")));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void Items_may_be_shared_out_between_association_boxes()
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes("00000000 0002")),
            Box("ipco", Extents(160, 120), Extents(3, 5)),
            Box("ipma", Hex.Bytes("00000000 00000001 0001 01 01")),
            Box("ipma", Hex.Bytes("01000000 00000001 00000002 01 02")),
            Box("ipma", Hex.Bytes("00000001 00000001 0003 01 0001")));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void The_header_may_come_after_the_pixels()
    {
        var size = Header.Size(FileType("avif"), Box("mdat", new byte[2_000_000]), Box("meta", Meta));

        Assert.That(size, Is.EqualTo(new ImageSize(640, 480)));
    }

    [TestCase("00000000", "", TestName = "{m}: A box may reach to the end of the file")]
    [TestCase("00000001", "0000000100000000", TestName = "{m}: A box may be larger than 4 GiB")]
    [TestCase("00000001", "FFFFFFFFFFFFFFFF", TestName = "{m}: A box may claim the largest size")]
    [TestCase("7FFFFFFF", "", TestName = "{m}: The end of a box may be missing")]
    public void A_box_may_state_its_size_in_any_way(string size, string size64)
    {
        var read = Header.Size(FileType("avif"), SizedBox(size, "meta", size64), Meta);

        Assert.That(read, Is.EqualTo(new ImageSize(640, 480)));
    }

    [TestCase("00000000", "")]
    [TestCase("00000001", "FFFFFFFFFFFFFFFF")]
    [TestCase("00000001", "000000000000000F")]
    [TestCase("00000001", "0000000000000000")]
    [TestCase("00000001", "")]
    [TestCase("00000007", "")]
    [TestCase("FFFFFFFF", "")]
    public void A_box_that_leaves_no_room_or_makes_no_sense_hides_the_header(string size, string size64)
    {
        var read = Header.Size(FileType("avif"), SizedBox(size, "free", size64), Box("meta", Meta));

        Assert.That(read, Is.Null);
    }

    [TestCase("00000000 0003", "00000000 00000001 0002 01 01", TestName = "{m}: The primary item has no properties")]
    [TestCase("00000000 0002", "00000000 00000001 0002 01 02", TestName = "{m}: The primary item has no extents")]
    [TestCase("00000000 0002", "00000000 00000001 0002 00", TestName = "{m}: The primary item has an empty entry")]
    [TestCase("00000000 0002", "00000000 00000001 0002 01 00", TestName = "{m}: The property index is zero")]
    [TestCase("00000000 0002", "00000000 00000001 0002 02 01", TestName = "{m}: The property indexes are cut off")]
    [TestCase("00000000 0002", "00000000 00000000 0002 01 01", TestName = "{m}: The number of entries is zero")]
    [TestCase("00000000 0002", "00000000 FFFFFFFF 0003 01 01", TestName = "{m}: The number of entries is a lie")]
    [TestCase("00000000 0000", "00000000 00000001 0000 01 01", TestName = "{m}: The primary item has the id of no item")]
    [TestCase("", "", TestName = "{m}: Both boxes are empty")]
    public void An_item_without_extents_has_no_size(string primaryItem, string associations)
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes(primaryItem)),
            Box("ipco", Extents(3, 5), Box("pixi")),
            Box("ipma", Hex.Bytes(associations)));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.Null);
    }

    [Test]
    public void Associations_in_another_box_do_not_count()
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes("00000000 0002")),
            Box("ipco", Extents(160, 120), Extents(3, 5)),
            Box("free", Hex.Bytes("00000000 00000001 0002 01 01")),
            Box("ipma", Hex.Bytes("00000000 00000001 0002 01 02")));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.EqualTo(new ImageSize(3, 5)));
    }

    [Test]
    public void A_second_meta_box_does_not_count()
    {
        var size = Header.Size(FileType("avif"), Box("meta", new byte[4]), Box("meta", Meta));

        Assert.That(size, Is.Null);
    }

    [Test]
    public void No_item_has_a_property_after_the_highest_index()
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes("00000000 0002")),
            Box("ipco", [.. Enumerable.Repeat(Box("pixi"), 65_536), Extents(3, 5)]),
            Box("ipma", Hex.Bytes("00000000 00000001 0002 01 01")));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.Null);
    }

    [Test]
    public void Very_many_properties_take_little_time()
    {
        var meta = Boxes.Meta(
            Box("pitm", Hex.Bytes("00000000 0001")),
            Box("ipco", [.. Enumerable.Repeat(Extents(3, 5), 50_000)]),
            Box("ipma", [.. Enumerable.Repeat(Hex.Bytes("00"), 100_000)]),
            Box("ipma", Hex.Bytes("00000001 00000001 0001 FF"), [.. Enumerable.Repeat((byte)0, 510)]));

        var size = Header.Size(FileType("avif"), Box("meta", meta));

        Assert.That(size, Is.Null);
    }
}
