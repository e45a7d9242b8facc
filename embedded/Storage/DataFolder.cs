namespace EmbeddedAws.Storage;

/// <summary>The folder that holds all data of one embedded cloud; one process at a time uses it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, bool ephemeral)
    {
        Path = path;
        Ephemeral = ephemeral;
        Directory.CreateDirectory(path);
        _lock = new FileStream(File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Reserve = new Reserve(File("reserve"));
        // Opening the databases needs some room too; an earlier run may have left its reserve on a disk that is full.
        Reserve.GiveUp();
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Whether the folder goes when the cloud stops, so that nothing has to be flushed to the disk.</summary>
    public bool Ephemeral { get; }

    /// <summary>Room for deletes on a full disk, once it is taken.</summary>
    public Reserve Reserve { get; }

    /// <summary>Opens a folder that stays, making it where it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be made or written, or another process uses it.</exception>
    public static DataFolder Open(string path) => new(System.IO.Path.GetFullPath(path), ephemeral: false);

    /// <summary>Makes a temporary folder that is gone when it is disposed.</summary>
    public static DataFolder Temporary() => new(Directory.CreateTempSubdirectory("image-service-").FullName, ephemeral: true);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        _lock.Dispose();
        if (Ephemeral)
            FolderRemoval.Remove(Path);
    }
}
