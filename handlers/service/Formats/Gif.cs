using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>GIF (GIF87a and GIF89a specifications). An animation's size is that of its logical screen.</summary>
internal static class Gif
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;

    /// <summary>The header block (GIF89a §17).</summary>
    public static bool HasSignature(ReadOnlySpan<byte> image) => image.StartsWith("GIF87a"u8) || image.StartsWith("GIF89a"u8);

    /// <summary>
    /// Walks the blocks to the first image: without one there is nothing to show. Stray bytes between blocks are passed over, as GIF87a
    /// wants it.
    /// </summary>
    public static SizeReading ReadSize(FileView file)
    {
        var screen = file.Head.From(6);
        if (screen.Length < 7)
            return SizeReading.Broken;

        for (var at = 13 + ColorTableLength(screen[4]); ;)
        {
            var bytes = file.At(at);
            if (bytes.IsEmpty)
                return file.MoreAt(at);

            switch (bytes[0])
            {
                case Image:
                    return ReadImage(file, at, screen);
                case Trailer:
                    return SizeReading.Broken;
                case Extension:
                    at += 2;
                    if (!TryPassSubBlocks(file, ref at))
                        return file.MoreAt(at);
                    break;
                default:
                    var block = bytes.IndexOfAny(Extension, Image, Trailer);
                    at += (ulong)(block < 0 ? bytes.Length : block);
                    break;
            }
        }
    }

    /// <summary>
    /// The logical screen descriptor begins with width and height (GIF89a §18). Where they are missing the first frame counts, as in browsers: an image descriptor
    /// has its place, then its width and height (§20).
    /// </summary>
    private static SizeReading ReadImage(FileView file, ulong at, ReadOnlySpan<byte> screen)
    {
        var image = file.At(at);
        if (image.Length < 10)
            return file.MoreAt(at);
        return TryReadSize(screen, out var size) || TryReadSize(image[5..], out size) ? SizeReading.Of(size) : SizeReading.Broken;
    }

    /// <summary>Sub-blocks have their length first; one of 0 ends them (§15, §16).</summary>
    private static bool TryPassSubBlocks(FileView file, ref ulong at)
    {
        for (var bytes = file.At(at); !bytes.IsEmpty; bytes = file.At(at))
        {
            at += 1UL + bytes[0];
            if (bytes[0] == 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether there is a global color table, and of how many entries (§18).</summary>
    private static ulong ColorTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3UL << ((flags & 7) + 1);

    private static bool TryReadSize(ReadOnlySpan<byte> bytes, out ImageSize size)
    {
        size = default;
        return BinaryPrimitives.TryReadUInt16LittleEndian(bytes, out var width)
            && BinaryPrimitives.TryReadUInt16LittleEndian(bytes.From(2), out var height)
            && ImageSize.TryCreate(width, height, out size);
    }
}
