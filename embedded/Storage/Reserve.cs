namespace EmbeddedAws.Storage;

/// <summary>
/// Room on the disk that is given up when a write that frees space finds none: SQLite needs some to delete a row, even one whose space it uses for other rows. It is taken again
/// as soon as it fits.
/// </summary>
internal sealed class Reserve(string path)
{
    /// <summary>What the write-ahead log of a database grows to before its pages are written over again: 1,000 pages of 4 KiB, and as many of one large commit.</summary>
    private const int Wanted = 8 * 1024 * 1024;
    private const int Least = 64 * 1024;

    private readonly Lock _gate = new();
    private bool _held;

    /// <summary>Takes the room, or as much of it as there is, unless it is taken already.</summary>
    public void Take()
    {
        lock (_gate)
        {
            for (var size = Wanted; !_held && size >= Least; size /= 2)
                _held = TryTake(size);
        }
    }

    /// <summary>Gives the room up.</summary>
    /// <returns>Whether there was some.</returns>
    public bool GiveUp()
    {
        lock (_gate)
        {
            var held = _held;
            _held = false;
            File.Delete(path);
            return held;
        }
    }

    private bool TryTake(int size)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = size });
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
