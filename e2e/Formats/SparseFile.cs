using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

/// <summary>A file that may be larger than memory: some bytes at some offsets, and nothing but zeros between them.</summary>
internal sealed class SparseFile(long length, params (long Offset, byte[] Bytes)[] pieces)
{
    /// <summary>What the service reads first.</summary>
    public const int Head = ImageFormat.LongestHead;

    /// <summary>What it reads further in.</summary>
    public const int Part = ImageFormat.LongestPart;

    public long Length => length;

    /// <summary>The file with all these parts, one after another.</summary>
    public static SparseFile Of(params byte[][] parts)
    {
        byte[] all = [.. parts.SelectMany(part => part)];
        return new SparseFile(all.Length, (0, all));
    }

    /// <summary>As many bytes as there are, up to this many.</summary>
    public byte[] Read(long offset, int count)
    {
        var bytes = new byte[Math.Clamp(length - offset, 0, count)];
        foreach (var (start, piece) in pieces)
        {
            var from = Math.Max(start, offset);
            var to = Math.Min(start + piece.Length, offset + bytes.Length);
            if (from < to)
                piece.AsSpan((int)(from - start), (int)(to - from)).CopyTo(bytes.AsSpan((int)(from - offset)));
        }

        return bytes;
    }

    /// <summary>Reads the dimensions as the service does with a large image: its beginning, then one part more where that is wanted.</summary>
    /// <returns>The dimensions, and how many parts were read.</returns>
    public (ImageSize? Size, int Parts) ReadSize(int headLength = Head)
    {
        var head = Read(0, headLength);
        if (ImageFormat.Detect(head) is not { } format)
            return (null, 1);
        var first = format.ReadSize(head, length);
        if (first.MoreAt is not { } offset)
            return (first.Size, 1);

        Assert.That(first.Size, Is.Null);
        Assert.That(offset, Is.InRange(0, length - 1), "Only bytes of the file are asked for.");
        var second = format.ReadSize(head, length, offset, Read(offset, Part));
        Assert.That(second.MoreAt, Is.Null, "One part is all there is.");
        return (second.Size, 2);
    }
}
