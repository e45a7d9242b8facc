namespace ImageService.E2E.Gallery;

/// <summary>Files that a visitor chooses.</summary>
internal static class UploadFiles
{
    /// <summary>Writes the files, and chooses them.</summary>
    public static async Task Choose(Visit visit, DirectoryInfo folder, params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var paths = new List<string>();
        foreach (var (name, bytes) in files)
        {
            paths.Add(Path.Combine(folder.FullName, name));
            await File.WriteAllBytesAsync(paths[^1], bytes);
        }

        var input = await visit.Page.QuerySelectorAsync("#files");
        await input.UploadFileAsync([.. paths]);
    }
}
