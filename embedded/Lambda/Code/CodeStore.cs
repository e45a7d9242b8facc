using System.Collections.Concurrent;
using System.Security.Cryptography;
using EmbeddedAws.Storage;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The zips of the functions, each once in the data folder, under its SHA-256; and what is in them, once a function runs.</summary>
internal sealed class CodeStore
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _unpacked = [];
    private readonly DataFolder _data;
    private readonly string _folder;

    /// <summary>Opens the store, and removes what an earlier run has unpacked: it may not be whole.</summary>
    public CodeStore(DataFolder data)
    {
        (_data, _folder) = (data, data.File("functions"));
        if (data.Ephemeral || !Directory.Exists(_folder))
            return;
        foreach (var unpacked in Directory.EnumerateDirectories(_folder))
            Directory.Delete(unpacked, recursive: true);
    }

    /// <summary>Stores a zip; it is on the disk when the task ends.</summary>
    /// <returns>Its SHA-256 in base64.</returns>
    public async Task<string> SaveAsync(byte[] zip)
    {
        var hash = SHA256.HashData(zip);
        var path = PathOf(Convert.ToBase64String(hash));
        if (File.Exists(path))
            return Convert.ToBase64String(hash);
        Directory.CreateDirectory(_folder);
        var temporary = $"{path}.new";
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(zip);
            file.Flush(flushToDisk: !_data.Ephemeral);
        }

        File.Move(temporary, path);
        if (!_data.Ephemeral)
            DirectorySync.Flush(_folder);
        return Convert.ToBase64String(hash);
    }

    /// <summary>The folder of what is in a zip.</summary>
    /// <exception cref="InvalidDataException">It is not what it says.</exception>
    public string Unpack(string sha256)
    {
        var lazy = _unpacked.GetOrAdd(sha256, _ => new Lazy<string>(() =>
        {
            var folder = Path.ChangeExtension(PathOf(sha256), null);
            CodePackage.Unpack(PathOf(sha256), folder);
            return folder;
        }));
        try
        {
            return lazy.Value;
        }
        catch
        {
            _unpacked.TryRemove(KeyValuePair.Create(sha256, lazy));
            throw;
        }
    }

    /// <summary>A new folder for the temporary files of a process.</summary>
    public string TemporaryFolder() => Directory.CreateDirectory(Path.Combine(_folder, $"tmp-{Guid.NewGuid():N}")).FullName;

    /// <summary>Removes the zips that no function has, those of changes that were cut off among them.</summary>
    public void KeepOnly(IEnumerable<string> used)
    {
        if (!Directory.Exists(_folder))
            return;
        var kept = used.Select(PathOf).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(_folder).Where(path => !kept.Contains(path)))
            File.Delete(path);
        foreach (var sha256 in _unpacked.Keys.Where(sha256 => !kept.Contains(PathOf(sha256))).ToList())
        {
            if (_unpacked.TryRemove(sha256, out _) && Directory.Exists(Path.ChangeExtension(PathOf(sha256), null)))
                Directory.Delete(Path.ChangeExtension(PathOf(sha256), null), recursive: true);
        }
    }

    private string PathOf(string sha256) => Path.Combine(_folder, $"{Convert.ToHexStringLower(Convert.FromBase64String(sha256))}.zip");
}
