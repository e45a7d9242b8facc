using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>JPEG (ITU-T T.81, annex B): a chain of segments, each with a marker before it. The frame header tells the dimensions.</summary>
internal static class Jpeg
{
    /// <summary>The part of a frame header's content up to the dimensions.</summary>
    private const int FrameHeaderLength = 5;

    /// <summary>SOI (B.2.1). Decoders take any bytes between it and the next marker.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith<byte>([0xFF, 0xD8]);

    /// <summary>
    /// Walks the segments to the first frame header (B.2.2), and on to the first scan for an orientation. A height of zero means that a
    /// DNL segment after the first scan tells it (B.2.5); such files count as broken, as in most decoders.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        var size = default(ImageSize?);
        var orientation = default(int?);
        for (var at = 2UL; size is null || orientation is null;)
        {
            var found = JpegSegment.TryFind(file.At(at), out var segment);
            if (segment.Start > 0)
            {
                // Stray bytes first: what comes after them may be at hand in another part.
                at += (ulong)segment.Start;
                continue;
            }

            if (!found && size is null)
                return file.MoreAt(at);
            if (!found || segment.EndsHeaders)
                break;

            if (segment.IsFrameHeader && size is null)
            {
                if (!TryReadFrameHeader(segment.Content, out var stored))
                    return segment.IsCut && segment.Content.Length < FrameHeaderLength ? file.MoreAt(at) : SizeReading.Broken;
                size = stored;
            }

            orientation ??= segment.IsExif ? Exif.Orientation(segment.Content) : null;
            at += (ulong)segment.End;
        }

        return size is { } known ? SizeReading.Of(known, orientation) : SizeReading.Broken;
    }

    /// <summary>Sample precision (one byte), lines, samples per line (B.2.2).</summary>
    private static bool TryReadFrameHeader(ReadOnlySpan<byte> content, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt16BigEndian(content.From(1), out var height)
            && BinaryPrimitives.TryReadUInt16BigEndian(content.From(3), out var width)
            && ImageSize.TryCreate(width, height, out size);
    }
}
