using System.IO.Compression;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The zip of a function: https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html.</summary>
internal static class CodePackage
{
    /// <summary>What a zip may have that a request carries: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    private const long MostUnpacked = 250 * 1024 * 1024;
    private const int MostEntries = 100_000;

    /// <summary>The part of .NET's runtime that calls a handler; beside the function's assemblies the runtime finds them by the function's own .deps.json.</summary>
    public const string Host = "EmbeddedAws.FunctionHost.dll";

    /// <summary>Refuses what cannot be unpacked.</summary>
    public static void Check(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            Check(archive);
        }
        catch (InvalidDataException exception)
        {
            throw new AwsException(400, "InvalidParameterValueException", $"Could not unzip uploaded file. Please check your file, then try to upload again. {exception.Message}");
        }
    }

    /// <summary>Unpacks a zip into a new folder.</summary>
    /// <exception cref="InvalidDataException">It is not what it says.</exception>
    public static void Unpack(string path, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        using var archive = ZipFile.OpenRead(path);
        Check(archive);
        var left = MostUnpacked;
        foreach (var entry in archive.Entries)
            left -= Unpack(entry, folder, left);
        File.Copy(Path.Combine(AppContext.BaseDirectory, Host), Path.Combine(folder, Host), overwrite: true);
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw new InvalidDataException($"It has more than {MostEntries} files.");
        if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked)
            throw TooLarge();
        if (archive.Entries.FirstOrDefault(entry => LeadsElsewhere(entry.FullName)) is { } entry)
            throw new InvalidDataException($"{entry.FullName} is not in the folder of the function.");
    }

    private static bool LeadsElsewhere(string name) =>
        name.Replace('\\', '/') is var path && (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/').Contains(".."));

    private static long Unpack(ZipArchiveEntry entry, string folder, long left)
    {
        var path = Path.Combine(folder, entry.FullName.Replace('\\', '/'));
        if (path.EndsWith('/'))
        {
            Directory.CreateDirectory(path);
            return 0;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var source = entry.Open();
        using var target = File.Create(path);
        var length = Copy(source, target, left);
        // The mode of Unix, in the upper half: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.15.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target.SafeFileHandle, (UnixFileMode)((entry.ExternalAttributes >> 16) & 0x1FF) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return length;
    }

    /// <summary>Counts what comes out: what the zip says of it may be wrong.</summary>
    private static long Copy(Stream source, FileStream target, long left)
    {
        var buffer = new byte[64 * 1024];
        var length = 0L;
        while (source.Read(buffer) is var read and > 0)
        {
            length += read;
            if (length > left)
                throw TooLarge();
            target.Write(buffer.AsSpan(0, read));
        }

        return length;
    }

    private static InvalidDataException TooLarge() => new($"Unzipped size must be smaller than {MostUnpacked} bytes");
}
