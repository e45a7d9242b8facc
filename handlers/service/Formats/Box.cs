using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>A box of the ISO base media file format (ISO/IEC 14496-12 §4.2): size, type, content; its content may be boxes again.</summary>
internal readonly ref struct Box
{
    /// <summary>The header of a box that states a size of 64 bits.</summary>
    public const int LongestHeader = 16;

    private Box(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content, ulong size)
    {
        Type = type;
        Content = content;
        Size = size;
    }

    /// <summary>The type's four characters.</summary>
    public ReadOnlySpan<byte> Type { get; }

    /// <summary>What follows size and type: only its beginning where the file is cut off.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>How long the box says it is, header included.</summary>
    public ulong Size { get; }

    /// <summary>The content of the first box of a type among the boxes that follow each other: empty if there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        while (TryTake(ref boxes, out var box))
        {
            if (box.Type.SequenceEqual(type))
                return box.Content;
        }

        return [];
    }

    /// <summary>Takes the next box off its siblings. A box is never smaller than its header, so that each call moves on.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> boxes, out Box box)
    {
        var read = TryRead(boxes, (ulong)boxes.Length, out box);
        boxes = read ? boxes.From(box.Size) : boxes;
        return read;
    }

    /// <summary>Reads the box that begins here. A size of 1 announces one of 64 bits after the type; 0 means all that follows.</summary>
    /// <param name="bytes">The bytes at hand.</param>
    /// <param name="left">How many there are from here to the end, at hand or not.</param>
    /// <param name="box">The box.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ulong left, out Box box)
    {
        box = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(bytes, out var size32))
            return false;

        var headerSize = size32 == 1 ? (ulong)LongestHeader : 8;
        var size = size32 switch
        {
            0 => left,
            1 => BinaryPrimitives.TryReadUInt64BigEndian(bytes.From(8), out var size64) ? size64 : 0,
            _ => size32,
        };
        if (size < headerSize || (ulong)bytes.Length < headerSize)
            return false;

        box = new Box(bytes[4..8], bytes.AtMost(size).From(headerSize), size);
        return true;
    }
}
