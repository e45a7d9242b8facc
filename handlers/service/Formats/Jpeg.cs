using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>
/// JPEG (ITU-T T.81, annex B): a chain of segments, each behind a marker. The frame header tells the dimensions.
/// They are those of the stored pixels: an Exif orientation is not applied.
/// </summary>
internal static class Jpeg
{
    private const byte NoMarker = 0;

    /// <summary>The part of a frame header's segment up to the dimensions.</summary>
    private const int FrameHeaderLength = 7;

    /// <summary>SOI and the first byte of the next marker (B.2.1).</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    /// <summary>
    /// Walks the segments to the first frame header (B.2.2). A length counts its own two bytes: behind one of 0 or 1 stands
    /// no marker, which ends the walk. A height of zero means that a DNL segment after the first scan tells it (B.2.5);
    /// such files are taken for broken, as most decoders do.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        var at = 2UL;
        while (true)
        {
            var bytes = file.At(at);
            if (!TryReadMarker(bytes, out var marker, out var segment))
                return file.MoreAt(at);
            if (marker == NoMarker || EndsHeaders(marker))
                return SizeReading.Broken;

            var next = at + (ulong)(bytes.Length - segment.Length);
            if (!StandsAlone(marker))
            {
                if (!BinaryPrimitives.TryReadUInt16BigEndian(segment, out var length))
                    return file.MoreAt(at);
                if (IsFrameHeader(marker) && TryReadFrameHeader(segment.AtMost(length), out var size))
                    return SizeReading.Of(size);
                if (IsFrameHeader(marker))
                    return segment.Length < length && segment.Length < FrameHeaderLength ? file.MoreAt(at) : SizeReading.Broken;
                next += length;
            }

            at = next;
        }
    }

    /// <summary>
    /// A marker is FF and a code other than 00 and FF; any number of further FFs may stand before the code (B.1.1.2). The code may not be
    /// at hand; where it is, what stands there may be no marker.
    /// </summary>
    private static bool TryReadMarker(ReadOnlySpan<byte> bytes, out byte marker, out ReadOnlySpan<byte> segment)
    {
        var code = bytes.IndexOfAnyExcept((byte)0xFF);
        marker = code > 0 ? bytes[code] : NoMarker;
        segment = bytes[(code + 1)..];
        return code >= 0;
    }

    /// <summary>SOS and EOI: no frame header can follow.</summary>
    private static bool EndsHeaders(byte marker) => marker is 0xDA or 0xD9;

    /// <summary>TEM, RST0 to RST7 and SOI have no segment (table B.1).</summary>
    private static bool StandsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    /// <summary>SOF0 to SOF15: C0 to CF without DHT, JPG and DAC (table B.1).</summary>
    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Length, sample precision (one byte), lines, samples per line (B.2.2).</summary>
    private static bool TryReadFrameHeader(ReadOnlySpan<byte> segment, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt16BigEndian(segment.From(3), out var height)
            && BinaryPrimitives.TryReadUInt16BigEndian(segment.From(5), out var width)
            && ImageSize.TryCreate(width, height, out size);
    }
}
