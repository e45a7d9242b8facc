using System.Buffers;
using EmbeddedAws.Storage;
using Microsoft.Win32.SafeHandles;

namespace EmbeddedAws.S3.Objects;

/// <summary>A file that is being written. It is deleted again unless <see cref="Keep"/> and <see cref="Commit"/> are called.</summary>
internal sealed class IncomingFile : IBufferWriter<byte>, IDisposable
{
    /// <summary>The most that <see cref="GetMemory"/> gives.</summary>
    public const int BufferSize = 128 * 1024;

    private readonly string _aside;
    private readonly string _final;
    private readonly bool _flush;
    private readonly SafeFileHandle _file;

    /// <summary>Rented, since an array of this size for each object would be a collection of all memory for every few of them.</summary>
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _buffered;
    private long _written;
    private bool _committed;

    public IncomingFile(string name, string aside, string final, bool flush)
    {
        Name = name;
        _aside = aside;
        _final = final;
        _flush = flush;
        _file = File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
    }

    public string Name { get; }

    public void Advance(int count) => _buffered += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffered + Math.Max(sizeHint, 1) > _buffer.Length)
            Write();
        return _buffer.AsMemory(_buffered);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Brings the bytes to the disk and gives the file its name.</summary>
    public void Keep()
    {
        Write();
        if (_flush)
            RandomAccess.FlushToDisk(_file);
        _file.Dispose();
        File.Move(_aside, _final);
        if (_flush)
            DirectorySync.Flush(Path.GetDirectoryName(_final)!);
    }

    /// <summary>Says that a committed row names the file.</summary>
    public void Commit() => _committed = true;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _file.Dispose();
        if (_committed)
            return;
        File.Delete(_aside);
        File.Delete(_final);
    }

    private void Write()
    {
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), _written);
        _written += _buffered;
        _buffered = 0;
    }
}
