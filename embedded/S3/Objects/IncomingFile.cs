using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Objects;

/// <summary>A file that is being written. It is deleted again unless <see cref="KeepAsync"/> and <see cref="Commit"/> are called.</summary>
internal sealed class IncomingFile : IAsyncDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly string _aside;
    private readonly string _final;
    private readonly bool _flush;
    private readonly FileStream _stream;
    private bool _committed;

    public IncomingFile(string name, string aside, string final, bool flush)
    {
        Name = name;
        _aside = aside;
        _final = final;
        _flush = flush;
        _stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, BufferSize, FileOptions.Asynchronous);
    }

    public string Name { get; }

    public Stream Stream => _stream;

    /// <summary>Brings the bytes to the disk and gives the file its name.</summary>
    public async Task KeepAsync()
    {
        await _stream.FlushAsync();
        if (_flush)
            _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync();
        File.Move(_aside, _final);
        if (_flush)
            DirectorySync.Flush(Path.GetDirectoryName(_final)!);
    }

    /// <summary>Says that a committed row names the file.</summary>
    public void Commit() => _committed = true;

    public async ValueTask DisposeAsync()
    {
        if (_committed)
            return;
        File.Delete(_aside);
        File.Delete(_final);
        try
        {
            // It writes what it still holds first.
            await _stream.DisposeAsync();
        }
        catch (IOException)
        {
            // The disk is full; the file is closed all the same, and the failure of the write before has been reported.
        }
    }
}
