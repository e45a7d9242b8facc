namespace EmbeddedAws.Storage;

/// <summary>Removes folders in which programs have written that are not this one.</summary>
internal static class FolderRemoval
{
    /// <summary>Removes a folder with all that is in it, also where a program has made folders that may not be written.</summary>
    /// <exception cref="IOException">Something in it cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Something in it belongs to another user.</exception>
    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // It is gone already.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            MakeWritable(path);
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Removes a folder, or says why not.</summary>
    /// <returns>Whether it is gone.</returns>
    public static bool TryRemove(string path, TextWriter errors)
    {
        try
        {
            Remove(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The folder {path} could not be removed: {exception.Message}");
            return false;
        }
    }

    /// <summary>Lets this user remove what is in a folder. Links are left alone: what they lead to belongs to others.</summary>
    private static void MakeWritable(string path)
    {
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(path)]);
        while (folders.TryPop(out var folder))
        {
            // On Unix it is the folder that decides, on Windows the file.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder.FullName, folder.UnixFileMode | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)))
            {
                if (entry is DirectoryInfo inner)
                    folders.Push(inner);
                else if (OperatingSystem.IsWindows())
                    entry.Attributes &= ~FileAttributes.ReadOnly;
            }
        }
    }
}
