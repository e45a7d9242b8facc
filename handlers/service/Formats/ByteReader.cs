namespace ImageService.Handlers.Formats;

/// <summary>Reads one number after another. What lies beyond the end reads as zero, and <see cref="IsPastEnd"/> says so.</summary>
/// <param name="bytes">The bytes to read.</param>
/// <param name="bigEndian">Whether the first byte of a number is its most significant one.</param>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether more bytes were wanted than there are.</summary>
    public bool IsPastEnd { get; private set; }

    /// <summary>Reads an unsigned number of one to eight bytes.</summary>
    public ulong Read(int length)
    {
        var bytes = Take(length);
        var number = 0UL;
        for (var index = 0; index < bytes.Length; index++)
            number = (number << 8) | bytes[bigEndian ? index : bytes.Length - 1 - index];

        return number;
    }

    /// <summary>Passes over some bytes and gives them: none if there are fewer.</summary>
    public ReadOnlySpan<byte> Take(int length)
    {
        IsPastEnd |= length > _rest.Length;
        var taken = IsPastEnd ? [] : _rest[..length];
        _rest = _rest[taken.Length..];
        return taken;
    }
}
