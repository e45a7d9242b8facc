namespace ImageService.E2E;

/// <summary>Files of the repository that are tested as they are.</summary>
internal static class Repository
{
    /// <summary>The folder of the repository.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "ImageService.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The suite does not run within the repository.");
            return folder.FullName;
        }
    }

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));
}
