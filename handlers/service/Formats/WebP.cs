using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>WebP (RFC 9649): a RIFF file whose first chunk tells the dimensions.</summary>
internal static class WebP
{
    private const int RiffHeaderLength = 8;
    private const int FirstChunk = 12;
    private const int ChunkHeaderLength = 8;

    /// <summary>The WebP file header (§2.4); the four bytes between are the file's size.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("RIFF"u8) && image.From(8).StartsWith("WEBP"u8);

    /// <summary>
    /// The first chunk is VP8X in the extended format (§2.7), else the image itself (§2.5, §2.6). As in libwebp, the file may not end before its
    /// stated size, nor the first chunk after that.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        var chunk = file.Head.From(FirstChunk);
        if (chunk.Length < ChunkHeaderLength)
            return SizeReading.Broken;
        var end = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(file.Head[4..]) + RiffHeaderLength;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        if (end > file.Length || FirstChunk + ChunkHeaderLength + (ulong)length > end)
            return SizeReading.Broken;

        var data = chunk[ChunkHeaderLength..].AtMost(length);
        if (chunk.StartsWith("VP8X"u8))
            return WebPImage.TryReadCanvas(data, out var canvas) ? SizeReading.Of(canvas, FindOrientation(file, end)) : SizeReading.Broken;
        if (chunk.StartsWith("VP8 "u8) && WebPImage.TryReadLossy(data, length, out var lossy))
            return SizeReading.Of(lossy);
        return chunk.StartsWith("VP8L"u8) && WebPImage.TryReadLossless(data, out var lossless) ? SizeReading.Of(lossless) : SizeReading.Broken;
    }

    /// <summary>The EXIF chunk (§2.7.1.5) comes after the pixels; it is read where it is at hand. A chunk of odd length has one more byte.</summary>
    private static int? FindOrientation(FileView file, ulong end)
    {
        for (var at = (ulong)FirstChunk; at < end;)
        {
            var chunk = file.At(at);
            if (chunk.Length < ChunkHeaderLength)
                return null;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("EXIF"u8))
                return Exif.Orientation(chunk[ChunkHeaderLength..].AtMost(length));
            at += ChunkHeaderLength + (ulong)length + (length & 1);
        }

        return null;
    }
}
