using EmbeddedAws.S3.Checksums;

namespace EmbeddedAws.S3.Objects;

/// <summary>Copies bytes of stored objects and parts, and digests them on the way.</summary>
internal sealed class DigestingCopy(IncomingBytes target, params IReadOnlyList<IDigest> digests)
{
    public async Task AddAsync(ObjectBytes source, long first, long length, CancellationToken cancellation)
    {
        for (var (at, end) = (first, first + length); at < end;)
        {
            var buffer = target.GetMemory(IncomingBytes.BufferSize);
            var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, end - at)], at, cancellation);
            foreach (var digest in digests)
                digest.Append(buffer.Span[..read]);
            target.Advance(read);
            at += read;
        }
    }
}
