namespace ImageService.E2E.Formats;

/// <summary>What may come before the frame header of a JPEG.</summary>
internal static class JpegSegments
{
    private const int Longest = 65_537;

    /// <summary>Application segments of this many bytes in all, 4 or more.</summary>
    public static byte[] Of(int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            // What is left after a segment is nothing, or long enough for one more.
            var next = length - at <= Longest ? length - at : Math.Min(Longest, length - at - 4);
            new byte[] { 0xFF, 0xE1, (byte)((next - 2) >> 8), (byte)(next - 2) }.CopyTo(bytes, at);
            at += next;
        }

        return bytes;
    }
}
