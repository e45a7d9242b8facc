using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>Files whose headers lead nowhere, to themselves, or to nothing.</summary>
public sealed class HostileOffsetTests
{
    private const long Gigabytes = 5L * 1024 * 1024 * 1024;

    [TestCase("49492A00 FFFFFFFF", 0x20_0000L, TestName = "{m}: A directory past the end")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFFFF", Gigabytes, TestName = "{m}: A directory past all ends")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFF7F", Gigabytes, TestName = "{m}: A directory at the largest offset")]
    [TestCase("49492A00 00002000", 0x20_0000L, TestName = "{m}: A directory right at the end")]
    [TestCase("49492A00 10000000", 0x20_0000L, TestName = "{m}: A directory without entries")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 FFFFFFFFFFFFFFFF", Gigabytes, TestName = "{m}: A box that overflows")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 0000000140000000", Gigabytes, TestName = "{m}: A box to the end and beyond")]
    [TestCase("0000000C 66747970 61766966 00000000 6D646174", Gigabytes, TestName = "{m}: A box that is the rest")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 0000000000000000", Gigabytes, TestName = "{m}: A box that leads to itself")]
    [TestCase("0000000C 66747970 61766966 00000001 6D657461 0000000000000010", Gigabytes, TestName = "{m}: An empty meta box")]
    [TestCase("FFD8 FFC0 0004 0000", Gigabytes, TestName = "{m}: A frame header that ends early")]
    [TestCase("89504E470D0A1A0A 00000000", Gigabytes, TestName = "{m}: A PNG without header")]
    public void What_leads_nowhere_is_broken_without_a_second_part(string start, long length)
    {
        var file = new SparseFile(length, (0, Hex.Bytes(start)));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)null, 1)));
    }

    [TestCase("49492A00 00002000", TestName = "{m}: A directory of zeros")]
    [TestCase("0000000C 66747970 61766966 00200000 6D646174", TestName = "{m}: A box of zeros")]
    [TestCase("FFD8 FFE1 0000", TestName = "{m}: A segment that leads to itself")]
    [TestCase("FFD8", TestName = "{m}: A JPEG of zeros")]
    [TestCase("474946383961 0100 0100 00 00 00", TestName = "{m}: A GIF of zeros")]
    public void An_offset_to_zeros_is_broken_with_the_second_part(string start)
    {
        var file = new SparseFile(Gigabytes, (0, Hex.Bytes(start)));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)null, 2)));
    }

    [Test]
    public void A_part_that_was_not_asked_for_changes_nothing()
    {
        var sample = SampleImages.Named("plain-640x480.avif");
        var format = ImageFormat.Detect(sample.Bytes)!;

        var offsets = new long[] { 0, 1, sample.Bytes.Length, long.MaxValue };
        var readings = offsets.Select(offset => format.ReadSize(sample.Bytes, sample.Bytes.Length, offset, []));

        Assert.That(readings.Select(reading => reading.Size), Is.All.EqualTo(new ImageSize(640, 480)));
    }
}
