namespace ImageService.Handlers.Formats;

/// <summary>The tracks of an AVIF image sequence, in its movie box (ISO/IEC 14496-12 §8.3).</summary>
internal static class AvifTrack
{
    /// <summary>Reads the size of the first track of pictures that has one: tracks of alpha planes have another handler.</summary>
    public static bool TryReadSize(ReadOnlySpan<byte> movie, out ImageSize size)
    {
        size = default;
        while (Box.TryTake(ref movie, out var box))
        {
            if (box.Type.SequenceEqual("trak"u8) && HasPictures(box.Content) && TryReadHeader(Box.Find(box.Content, "tkhd"u8), out size))
                return true;
        }

        return false;
    }

    /// <summary>Version and flags, four bytes that are zero, and the handler's type (§8.4.3).</summary>
    private static bool HasPictures(ReadOnlySpan<byte> track)
    {
        var handler = Box.Find(Box.Find(track, "mdia"u8), "hdlr"u8).From(8);
        return handler.StartsWith("pict"u8) || handler.StartsWith("vide"u8);
    }

    /// <summary>
    /// Width and height, with 16 bits of fraction, come last in the track header (§8.3.2): after 76 bytes, or 88 in version 1, where times have 64 bits.
    /// </summary>
    private static bool TryReadHeader(ReadOnlySpan<byte> header, out ImageSize size)
    {
        var isLong = header.StartsWith<byte>([1]);
        var reader = new ByteReader(header.From(isLong ? 88UL : 76UL), bigEndian: true);
        return ImageSize.TryCreate(reader.Read(4) >> 16, reader.Read(4) >> 16, out size);
    }
}
