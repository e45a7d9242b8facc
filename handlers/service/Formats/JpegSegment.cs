using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>A marker of a JPEG and the segment that belongs to it (ITU-T T.81, B.1.1).</summary>
internal readonly ref struct JpegSegment
{
    private JpegSegment(byte marker, int start, int end, ReadOnlySpan<byte> content, bool isCut)
    {
        Marker = marker;
        Start = start;
        End = end;
        Content = content;
        IsCut = isCut;
    }

    /// <summary>The second byte of the marker: its code.</summary>
    public byte Marker { get; }

    /// <summary>Where the marker is in the bytes that were searched, at the last FF before its code.</summary>
    public int Start { get; }

    /// <summary>Where the next marker may be: beyond the bytes at hand where the segment goes on there.</summary>
    public int End { get; }

    /// <summary>What follows the length, as far as it is at hand.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>Whether more of the content follows than is at hand.</summary>
    public bool IsCut { get; }

    /// <summary>SOS and EOI: no frame header can follow.</summary>
    public bool EndsHeaders => Marker is 0xDA or 0xD9;

    /// <summary>SOF0 to SOF15: C0 to CF without DHT, JPG and DAC (table B.1).</summary>
    public bool IsFrameHeader => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>APP1 with Exif data; it may hold XMP, too.</summary>
    public bool IsExif => Marker == 0xE1 && Exif.HasMark(Content);

    /// <summary>
    /// Finds the next marker. It is FF and a code other than 00 and FF; any number of further FFs may come before the code (B.1.1.2). What is
    /// no marker is passed over, as libjpeg does it: files have stray bytes between their segments.
    /// </summary>
    /// <param name="bytes">The bytes at hand.</param>
    /// <param name="segment">The segment: where the marker or its length is not at hand, only the place from which to search on.</param>
    public static bool TryFind(ReadOnlySpan<byte> bytes, out JpegSegment segment)
    {
        var end = 0;
        do
        {
            var mark = bytes[end..].IndexOf((byte)0xFF);
            var code = mark < 0 ? -1 : bytes[(end + mark)..].IndexOfAnyExcept((byte)0xFF);
            if (code < 0)
            {
                segment = Rest(mark < 0 ? bytes.Length : bytes.Length - 1);
                return false;
            }

            end += mark + code + 1;
        }
        while (bytes[end - 1] == 0);

        return TryRead(bytes, end, out segment);
    }

    /// <summary>
    /// A length counts its own two bytes: 0 and 1 are read as 2, as libjpeg does. Some markers have no segment at all.
    /// </summary>
    private static bool TryRead(ReadOnlySpan<byte> bytes, int end, out JpegSegment segment)
    {
        var marker = bytes[end - 1];
        segment = new JpegSegment(marker, end - 2, end, [], isCut: false);
        if (HasNoSegment(marker))
            return true;
        if (!BinaryPrimitives.TryReadUInt16BigEndian(bytes[end..], out var length))
            return false;

        var size = Math.Max((int)length, 2);
        segment = new JpegSegment(marker, end - 2, end + size, bytes[end..].AtMost((ulong)size).From(2), isCut: end + size > bytes.Length);
        return true;
    }

    private static JpegSegment Rest(int start) => new(0, start, start, [], isCut: false);

    /// <summary>TEM, RST0 to RST7, SOI and EOI (table B.1).</summary>
    private static bool HasNoSegment(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD9);
}
