using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>Files whose headers lead nowhere, to themselves, or to nothing.</summary>
public sealed class HostileOffsetTests
{
    private const long Gigabytes = 5L * 1024 * 1024 * 1024;

    [TestCase("49492A00 FFFFFFFF", 0x20_0000L, TestName = "A_directory_past_the_end")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFFFF", Gigabytes, TestName = "A_directory_past_all_ends")]
    [TestCase("49492B00 0800 0000 FFFFFFFFFFFFFF7F", Gigabytes, TestName = "A_directory_at_the_largest_offset")]
    [TestCase("49492A00 00002000", 0x20_0000L, TestName = "A_directory_right_at_the_end")]
    [TestCase("49492A00 10000000", 0x20_0000L, TestName = "A_directory_without_entries")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 FFFFFFFFFFFFFFFF", Gigabytes, TestName = "A_box_that_overflows")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 0000000140000000", Gigabytes, TestName = "A_box_to_the_end_and_beyond")]
    [TestCase("0000000C 66747970 61766966 00000000 6D646174", Gigabytes, TestName = "A_box_that_is_the_rest")]
    [TestCase("0000000C 66747970 61766966 00000001 6D646174 0000000000000000", Gigabytes, TestName = "A_box_that_leads_to_itself")]
    [TestCase("0000000C 66747970 61766966 00000001 6D657461 0000000000000010", Gigabytes, TestName = "An_empty_meta_box")]
    [TestCase("FFD8 FFC0 0004 0000", Gigabytes, TestName = "A_frame_header_that_ends_early")]
    [TestCase("89504E470D0A1A0A 00000000", Gigabytes, TestName = "A_PNG_without_header")]
    public void What_leads_nowhere_is_broken_without_a_second_part(string start, long length)
    {
        var file = new SparseFile(length, (0, Hex.Bytes(start)));

        var read = file.ReadSize();

        Assert.That(read, Is.EqualTo(((ImageSize?)null, 1)));
    }

    [TestCase("49492A00 00002000", TestName = "A_directory_of_zeros")]
    [TestCase("0000000C 66747970 61766966 00200000 6D646174", TestName = "A_box_of_zeros")]
    [TestCase("FFD8 FFE1 0000", TestName = "A_segment_that_leads_to_itself")]
    [TestCase("FFD8", TestName = "A_JPEG_of_zeros")]
    [TestCase("474946383961 0100 0100 00 00 00", TestName = "A_GIF_of_zeros")]
    public void What_leads_to_nothing_is_broken_with_it(string start)
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
