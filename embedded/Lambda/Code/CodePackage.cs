using System.IO.Compression;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Storage;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The zip of a function: https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html.</summary>
internal static class CodePackage
{
    /// <summary>What a zip may have that a request carries: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    private const long MostUnpacked = 250 * 1024 * 1024;
    private const int MostEntries = 100_000;

    /// <summary>The part of .NET's runtime that calls a handler; next to the function's assemblies, where the runtime finds those by the function's own .deps.json.</summary>
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
        Directory.CreateDirectory(folder);
        using var archive = ZipFile.OpenRead(path);
        Check(archive);
        var left = MostUnpacked;
        foreach (var entry in archive.Entries)
            left -= TryUnpack(entry, folder, left);
        File.Copy(Path.Combine(AppContext.BaseDirectory, Host), Path.Combine(folder, Host), overwrite: true);
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw new InvalidDataException($"It has more than {MostEntries} files.");
        // The sum of the lengths in a zip64 may exceed 64 bits.
        if (archive.Entries.Sum(entry => (decimal)entry.Length) > MostUnpacked)
            throw TooLarge();
        if (PackagePaths.ReasonToRefuse([.. archive.Entries.Select(entry => entry.FullName)]) is { } reason)
            throw new InvalidDataException(reason);
    }

    private static long TryUnpack(ZipArchiveEntry entry, string folder, long left)
    {
        try
        {
            return Unpack(entry, folder, left);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && ResourceFailure.Of(exception) is null)
        {
            // File systems differ in the names that they take.
            throw new InvalidDataException($"{entry.FullName} cannot be written on this machine: {exception.Message}", exception);
        }
    }

    private static long Unpack(ZipArchiveEntry entry, string folder, long left)
    {
        var path = Path.Combine(folder, PackagePaths.Normal(entry.FullName));
        if (path.EndsWith('/') || path == folder)
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
