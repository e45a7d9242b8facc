using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>The bytes of an object as they were when it was opened, even while others replace or delete it.</summary>
internal abstract class ObjectBytes : IDisposable
{
    /// <summary>Reads some of the bytes, of those that its row says there are.</summary>
    /// <returns>How many were read: at least one.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, long at, CancellationToken cancellation)
    {
        var read = await ReadFromAsync(buffer, at, cancellation);
        return read > 0 ? read : throw new IOException("The bytes of an object are fewer than its row says.");
    }

    public abstract void Dispose();

    protected abstract ValueTask<int> ReadFromAsync(Memory<byte> buffer, long at, CancellationToken cancellation);

    /// <summary>Those of a file.</summary>
    public sealed class OfFile(SafeFileHandle file) : ObjectBytes
    {
        protected override ValueTask<int> ReadFromAsync(Memory<byte> buffer, long at, CancellationToken cancellation) => RandomAccess.ReadAsync(file, buffer, at, cancellation);

        public override void Dispose() => file.Dispose();
    }

    /// <summary>Those of a row, which are in memory.</summary>
    /// <param name="length">How many there are.</param>
    public sealed class OfRow(int length) : ObjectBytes
    {
        private readonly byte[] _rented = ArrayPool<byte>.Shared.Rent(length);

        public Span<byte> Span => _rented.AsSpan(0, length);

        protected override ValueTask<int> ReadFromAsync(Memory<byte> buffer, long at, CancellationToken cancellation)
        {
            var read = _rented.AsMemory((int)at, Math.Min(buffer.Length, length - (int)at));
            read.CopyTo(buffer);
            return new ValueTask<int>(read.Length);
        }

        public override void Dispose() => ArrayPool<byte>.Shared.Return(_rented);
    }
}
