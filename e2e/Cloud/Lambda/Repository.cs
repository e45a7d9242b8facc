namespace ImageService.E2E.Cloud.Lambda;

/// <summary>Files of the repository that are tested as they are.</summary>
internal static class Repository
{
    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ImageService.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The suite does not run within the repository.");
        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }
}
