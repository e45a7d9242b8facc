using System.Collections.Concurrent;
using EmbeddedAws.Storage;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The zips of the functions, each once in the data folder, under its SHA-256; and what is in them, once a function runs.</summary>
internal sealed class CodeStore
{
    private readonly ConcurrentDictionary<string, UnpackedCode> _unpacked = [];
    private readonly DataFolder _data;
    private readonly TextWriter _errors;
    private readonly string _folder;

    /// <summary>Opens the store, and removes what an earlier run has unpacked: it may not be whole.</summary>
    public CodeStore(DataFolder data, TextWriter errors)
    {
        (_data, _errors, _folder) = (data, errors, data.File("functions"));
        if (data.Ephemeral || !Directory.Exists(_folder))
            return;
        foreach (var left in Directory.EnumerateDirectories(_folder))
            FolderRemoval.TryRemove(left, errors);
    }

    /// <summary>Stores a zip; it is on the disk when the task ends.</summary>
    public async Task SaveAsync(FunctionCode code)
    {
        var path = PathOf(code.Sha256);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(_folder);
        var temporary = $"{path}.new";
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(code.Zip);
            file.Flush(flushToDisk: !_data.Ephemeral);
        }

        File.Move(temporary, path);
        if (!_data.Ephemeral)
            DirectorySync.Flush(_folder);
    }

    /// <summary>The folder of what is in a zip.</summary>
    /// <exception cref="InvalidDataException">It is not what it says.</exception>
    public string Unpack(string sha256)
    {
        // A name of its own: a folder of the same code that could not be removed is not in its way.
        var code = _unpacked.GetOrAdd(sha256, _ => new UnpackedCode(PathOf(sha256), Path.Combine(_folder, $"code-{Guid.NewGuid():N}"), _errors));
        try
        {
            return code.Unpack();
        }
        catch
        {
            _unpacked.TryRemove(KeyValuePair.Create(sha256, code));
            throw;
        }
    }

    /// <summary>A new folder for the temporary files of a process.</summary>
    public string TemporaryFolder() => Directory.CreateDirectory(Path.Combine(_folder, $"tmp-{Guid.NewGuid():N}")).FullName;

    /// <summary>Removes the folder of a process that has ended.</summary>
    public void RemoveTemporary(string folder) => FolderRemoval.TryRemove(folder, _errors);

    /// <summary>
    /// Removes the code that no function uses, which includes zips of interrupted changes. It never fails: what cannot be removed is logged, and tried again when
    /// the cloud starts the next time.
    /// </summary>
    /// <param name="used">The SHA-256s of the code that stays.</param>
    public void KeepOnly(IEnumerable<string> used)
    {
        if (!Directory.Exists(_folder))
            return;
        var kept = used.Select(PathOf).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(_folder).Where(path => !kept.Contains(path)))
            TryDelete(path);
        foreach (var sha256 in _unpacked.Keys.Where(sha256 => !kept.Contains(PathOf(sha256))).ToList())
        {
            if (_unpacked.TryRemove(sha256, out var code))
                FolderRemoval.TryRemove(code.Folder, _errors);
        }
    }

    private void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _errors.WriteLine($"The file {path} could not be removed: {exception.Message}");
        }
    }

    private string PathOf(string sha256) => Path.Combine(_folder, $"{Convert.ToHexStringLower(Convert.FromBase64String(sha256))}.zip");
}
