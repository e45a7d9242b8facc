using System.Buffers;
using EmbeddedAws.S3.Checksums;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>Copies bytes of stored files, and digests them on the way.</summary>
internal sealed class DigestingCopy(Stream target, params IReadOnlyList<IDigest> digests)
{
    private const int BufferSize = 128 * 1024;

    public async Task AddAsync(SafeFileHandle source, long first, long length, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (var (at, end) = (first, first + length); at < end;)
            {
                var read = await RandomAccess.ReadAsync(source, buffer.AsMemory(0, (int)Math.Min(buffer.Length, end - at)), at, cancellation);
                if (read == 0)
                    throw new IOException("The file of an object is shorter than its row says.");
                foreach (var digest in digests)
                    digest.Append(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                at += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
