namespace EmbeddedAws.ApiGateway;

/// <summary>
/// A compressed body and some bytes that are appended to it, without a copy. It tells whether more bytes were asked for than there are. The service
/// has a similar stream, for clouds whose gateway does not decode: the embedded cloud and the service share no code.
/// </summary>
internal sealed class CompressedInput(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> after) : Stream
{
    private int _position;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Whether the reader wanted more.</summary>
    public bool RanOut { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var rest = (_position < body.Length ? body[_position..] : after[(_position - body.Length)..]).Span;
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        RanOut |= count == 0 && buffer.Length > 0;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
