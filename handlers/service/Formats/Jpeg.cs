using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>
/// JPEG (ITU-T T.81, annex B): a chain of segments, each behind a marker. The frame header tells the dimensions.
/// They are those of the stored pixels: an Exif orientation is not applied.
/// </summary>
internal static class Jpeg
{
    /// <summary>SOI and the first byte of the next marker (B.2.1).</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    /// <summary>
    /// Walks the segments to the first frame header (B.2.2). A length counts its own two bytes: behind one of 0 or 1 stands
    /// no marker, which ends the walk. A height of zero means that a DNL segment after the first scan tells it (B.2.5);
    /// such files are taken for broken, as most decoders do.
    /// </summary>
    public static bool TryReadSize(ReadOnlySpan<byte> image, out ImageSize size)
    {
        size = default;
        var rest = image[2..];
        while (TryReadMarker(ref rest, out var marker) && !EndsHeaders(marker))
        {
            if (StandsAlone(marker))
                continue;

            if (!BinaryPrimitives.TryReadUInt16BigEndian(rest, out var length))
                return false;

            if (IsFrameHeader(marker))
                return TryReadFrameHeader(rest.AtMost(length), out size);

            rest = rest.From(length);
        }

        return false;
    }

    /// <summary>A marker is FF and a code other than 00 and FF; any number of further FFs may stand before the code (B.1.1.2).</summary>
    private static bool TryReadMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        var code = rest.IndexOfAnyExcept((byte)0xFF);
        marker = code > 0 ? rest[code] : (byte)0;
        rest = rest[(code + 1)..];
        return marker != 0;
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
