using System.Buffers;
using EmbeddedAws.Storage;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>
/// The bytes of an object or a part as they arrive: in memory while they are few, then in a file, which is deleted again unless <see cref="Keep"/>
/// and <see cref="Commit"/> are called.
/// </summary>
internal sealed class IncomingBytes(string name, string aside, string final, bool flush) : IBufferWriter<byte>, IDisposable
{
    /// <summary>The most that <see cref="GetMemory"/> gives.</summary>
    public const int BufferSize = SmallObjects.Largest;

    /// <summary>Rented: a new array of this size is on the large object heap, and a few of them cause a collection of all memory.</summary>
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _buffered;
    private SafeFileHandle? _file;
    private long _written;
    private bool _committed;

    /// <summary>The name of the file.</summary>
    public string Name => name;

    /// <summary>The whole content while it is in memory; null once it is in a file.</summary>
    public ReadOnlyMemory<byte>? Small => _file is null ? (ReadOnlyMemory<byte>?)_buffer.AsMemory(0, _buffered) : null;

    public void Advance(int count) => _buffered += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffered + Math.Max(sizeHint, 1) > BufferSize)
            Write();
        return _buffer.AsMemory(_buffered, BufferSize - _buffered);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Brings the bytes to the disk and gives the file its name.</summary>
    public void Keep()
    {
        var file = Write();
        if (flush)
            RandomAccess.FlushToDisk(file);
        file.Dispose();
        File.Move(aside, final);
        if (flush)
            DirectorySync.Flush(Path.GetDirectoryName(final)!);
    }

    /// <summary>Says that a committed row names the file.</summary>
    public void Commit() => _committed = true;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        if (_file is null)
            return;
        _file.Dispose();
        if (_committed)
            return;
        File.Delete(aside);
        File.Delete(final);
    }

    private SafeFileHandle Write()
    {
        _file ??= File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), _written);
        _written += _buffered;
        _buffered = 0;
        return _file;
    }
}
