using System.Globalization;
using System.Security.Cryptography;
using EmbeddedAws.Storage;

namespace EmbeddedAws.S3.Objects;

/// <summary>
/// The files with the objects' bytes. A file is written aside, flushed, then given its name; from then on it never changes.
/// Names are made here: nothing that a client sends gets into a path.
/// </summary>
internal sealed class ObjectFiles
{
    private readonly DataFolder _folder;
    private readonly string _incoming;
    private readonly string _objects;

    /// <summary>Tells the files of this run from those of earlier ones.</summary>
    private readonly string _run = RandomNumberGenerator.GetHexString(12, lowercase: true);
    private long _last;

    public ObjectFiles(DataFolder folder)
    {
        _folder = folder;
        _incoming = folder.File("incoming");
        _objects = folder.File("objects");
        Directory.CreateDirectory(_incoming);
        Directory.CreateDirectory(_objects);
    }

    /// <summary>Where the bytes of an object are collected, under a name that no other has.</summary>
    public IncomingBytes Create()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_run}-{Interlocked.Increment(ref _last):x12}");
        return new IncomingBytes(name, Path.Combine(_incoming, name), Path.Combine(_objects, name), flush: !_folder.Ephemeral);
    }

    /// <summary>Opens a file so that it may be deleted under its reader, who reads on.</summary>
    /// <returns>Null if it has been deleted, or has not this size.</returns>
    public ObjectBytes? Open(string name, long size)
    {
        try
        {
            var file = File.OpenHandle(Path.Combine(_objects, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
            if (RandomAccess.GetLength(file) == size)
                return new ObjectBytes.OfFile(file);
            file.Dispose();
            return null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <param name="name">The file, or null for none.</param>
    public void Delete(string? name)
    {
        if (name is not null)
            File.Delete(Path.Combine(_objects, name));
    }

    public void DeleteAll(IEnumerable<string> names)
    {
        foreach (var name in names)
            Delete(name);
    }

    /// <summary>Deletes what earlier runs were still writing when they ended.</summary>
    public void DeleteAbandoned()
    {
        foreach (var path in Directory.EnumerateFiles(_incoming).Where(IsOfEarlierRun))
            File.Delete(path);
    }

    /// <summary>The names of the files that earlier runs have left.</summary>
    public IEnumerable<string> OfEarlierRuns() => Directory.EnumerateFiles(_objects).Where(IsOfEarlierRun).Select(path => Path.GetFileName(path));

    private bool IsOfEarlierRun(string path) => !Path.GetFileName(path).StartsWith(_run, StringComparison.Ordinal);
}
