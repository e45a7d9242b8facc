using EmbeddedAws.S3.Checksums;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>Copies bytes of stored files, and digests them on the way.</summary>
internal sealed class DigestingCopy(IncomingFile target, params IReadOnlyList<IDigest> digests)
{
    public async Task AddAsync(SafeFileHandle source, long first, long length, CancellationToken cancellation)
    {
        for (var (at, end) = (first, first + length); at < end;)
        {
            var buffer = target.GetMemory(IncomingFile.BufferSize);
            var read = await RandomAccess.ReadAsync(source, buffer[..(int)Math.Min(buffer.Length, end - at)], at, cancellation);
            if (read == 0)
                throw new IOException("The file of an object is shorter than its row says.");
            foreach (var digest in digests)
                digest.Append(buffer.Span[..read]);
            target.Advance(read);
            at += read;
        }
    }
}
