using EmbeddedAws.Storage;

namespace EmbeddedAws.Lambda.Code;

/// <summary>What is in a zip, in a folder of its own, once somebody asks for it.</summary>
internal sealed class UnpackedCode
{
    private readonly Lazy<string> _unpacked;

    /// <param name="zip">The path of the zip.</param>
    /// <param name="folder">The folder, which is made.</param>
    /// <param name="errors">Where it is told that the folder of a zip that is not what it says cannot be removed.</param>
    public UnpackedCode(string zip, string folder, TextWriter errors)
    {
        Folder = folder;
        _unpacked = new Lazy<string>(() =>
        {
            try
            {
                CodePackage.Unpack(zip, folder);
                return folder;
            }
            catch
            {
                FolderRemoval.TryRemove(folder, errors);
                throw;
            }
        });
    }

    /// <summary>The folder, which is there as soon as <see cref="Unpack"/> has returned.</summary>
    public string Folder { get; }

    /// <summary>Unpacks it, the first time.</summary>
    /// <exception cref="InvalidDataException">The zip is not what it says.</exception>
    public string Unpack() => _unpacked.Value;
}
