namespace ImageService.Handlers.Formats;

/// <summary>Slices that never throw, whatever numbers a file claims.</summary>
internal static class ByteSpans
{
    /// <summary>The bytes from <paramref name="offset"/> on: none of them where it lies beyond the end.</summary>
    public static ReadOnlySpan<byte> From(this ReadOnlySpan<byte> bytes, ulong offset) =>
        offset < (ulong)bytes.Length ? bytes[(int)offset..] : [];

    /// <summary>The first <paramref name="length"/> bytes: all of them where there are fewer.</summary>
    public static ReadOnlySpan<byte> AtMost(this ReadOnlySpan<byte> bytes, ulong length) =>
        length < (ulong)bytes.Length ? bytes[..(int)length] : bytes;
}
