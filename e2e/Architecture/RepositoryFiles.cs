namespace ImageService.E2E.Architecture;

/// <summary>The files that people write.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    /// <summary>The paths of files in a folder and below, relative to the root of the repository.</summary>
    public static IEnumerable<string> In(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(segment => Built.Contains(segment) || segment.StartsWith('.')))
        .Order(StringComparer.Ordinal);
}
