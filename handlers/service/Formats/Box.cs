using System.Buffers.Binary;

namespace ImageService.Handlers.Formats;

/// <summary>A box of the ISO base media file format (ISO/IEC 14496-12 §4.2): size, type, content; its content may be boxes again.</summary>
internal readonly ref struct Box
{
    private Box(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Type = type;
        Content = content;
    }

    /// <summary>The type's four characters.</summary>
    public ReadOnlySpan<byte> Type { get; }

    /// <summary>What follows size and type: only its beginning where the file is cut off.</summary>
    public ReadOnlySpan<byte> Content { get; }

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

    /// <summary>
    /// Takes the next box off its siblings. A size of 1 stands for one of 64 bits behind the type, 0 for all that follows.
    /// A box is never smaller than its header, so that each call moves on.
    /// </summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> boxes, out Box box)
    {
        box = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(boxes, out var size32))
            return false;

        var headerSize = size32 == 1 ? 16UL : 8UL;
        var size = size32 switch
        {
            0 => (ulong)boxes.Length,
            1 => BinaryPrimitives.TryReadUInt64BigEndian(boxes.From(8), out var size64) ? size64 : 0,
            _ => size32,
        };
        if (size < headerSize || (ulong)boxes.Length < headerSize)
            return false;

        box = new Box(boxes[4..8], boxes.AtMost(size).From(headerSize));
        boxes = boxes.From(size);
        return true;
    }
}
