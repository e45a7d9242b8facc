using System.Buffers;

namespace EmbeddedAws.Host;

/// <summary>A body as it arrives, in pooled blocks: a body that is announced and never sent takes no memory.</summary>
internal sealed class ArrivingBody : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private readonly List<byte[]> _blocks = [];

    private ArrivingBody()
    {
    }

    public int Length { get; private set; }

    /// <summary>Reads a body to its end, or returns null when it is longer than a limit.</summary>
    public static async Task<ArrivingBody?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new ArrivingBody();
        try
        {
            while (await request.Body.ReadAsync(body.Space(), request.HttpContext.RequestAborted) is > 0 and var read)
            {
                body.Length += read;
                if (body.Length > limit)
                    break;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        if (body.Length <= limit)
            return body;
        body.Dispose();
        return null;
    }

    public void CopyTo(Span<byte> target)
    {
        for (var start = 0; start < Length; start += BlockSize)
            _blocks[start / BlockSize].AsSpan(0, Math.Min(BlockSize, Length - start)).CopyTo(target[start..]);
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            ArrayPool<byte>.Shared.Return(block);
        _blocks.Clear();
    }

    private Memory<byte> Space()
    {
        if (Length == _blocks.Count * BlockSize)
            _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockSize));
        return _blocks[^1].AsMemory(Length % BlockSize, BlockSize - (Length % BlockSize));
    }
}
