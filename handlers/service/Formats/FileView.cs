namespace ImageService.Handlers.Formats;

/// <summary>
/// An image file of which parts are at hand: its beginning, and perhaps one part further in. There is never another one, so that whatever
/// a file claims, its dimensions cost two reads at most.
/// </summary>
internal readonly ref struct FileView
{
    private readonly ReadOnlySpan<byte> _part;
    private readonly ulong _partOffset;
    private readonly bool _hasPart;

    /// <summary>A file's beginning.</summary>
    public FileView(ReadOnlySpan<byte> head, ulong length)
    {
        Head = head;
        Length = Math.Max(length, (ulong)head.Length);
    }

    /// <summary>A file's beginning and one part.</summary>
    public FileView(ReadOnlySpan<byte> head, ulong length, ulong partOffset, ReadOnlySpan<byte> part)
        : this(head, length)
    {
        _part = part;
        _partOffset = partOffset;
        _hasPart = true;
    }

    /// <summary>The beginning.</summary>
    public ReadOnlySpan<byte> Head { get; }

    /// <summary>How many bytes the whole file has.</summary>
    public ulong Length { get; }

    /// <summary>The bytes from an offset on, as far as they are at hand: none where they are not, or where the file has none.</summary>
    public ReadOnlySpan<byte> At(ulong offset)
    {
        var head = Head.From(offset);
        var part = offset >= _partOffset ? _part.From(offset - _partOffset) : [];
        return part.Length > head.Length ? part : head;
    }

    /// <summary>
    /// Asks for the bytes from an offset on, since those at hand end too early. Where the file itself ends there, or one more part was
    /// read already, the header is broken.
    /// </summary>
    public SizeReading MoreAt(ulong offset) =>
        !_hasPart && offset < Length && (ulong)At(offset).Length < Length - offset ? SizeReading.More(offset) : SizeReading.Broken;
}
