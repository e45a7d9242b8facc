using System.Text;

namespace EmbeddedAws.Lambda.Code;

/// <summary>The paths in a zip, which have to fit into one folder.</summary>
internal static class PackagePaths
{
    /// <summary>What file systems take: NAME_MAX of Linux, and the same on Windows and macOS.</summary>
    private const int LongestName = 255;

    /// <summary>In bytes: PATH_MAX of Linux.</summary>
    private const int LongestPath = 4096;

    /// <summary>Why they do not; null where they do.</summary>
    public static string? ReasonToRefuse(IReadOnlyCollection<string> names)
    {
        if (names.Select(name => Encoding.UTF8.GetByteCount(name)).DefaultIfEmpty().Max() is var longest and > LongestPath)
            return $"A path of {longest} bytes is longer than what a file system takes, {LongestPath} bytes.";
        if (names.FirstOrDefault(LeadsElsewhere) is { } outside)
            return $"{outside} is not in the folder of the function.";
        if (names.FirstOrDefault(name => !IsName(name)) is { } unfit)
            return $"{unfit} is not the name of a file.";
        return InFile([.. names.Select(Normal).Order(StringComparer.Ordinal)]) is { } inFile ? $"{inFile} is in a folder that is a file in the same zip." : null;
    }

    /// <summary>With slashes, as the zips of Windows may not have it, and without the <c>./</c> that tar puts before each path; empty for the folder itself.</summary>
    public static string Normal(string name)
    {
        var path = name.Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static bool LeadsElsewhere(string name) =>
        Normal(name) is var path && (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/').Contains(".."));

    /// <summary>A folder ends with a slash.</summary>
    private static bool IsName(string name) => Normal(name).Split('/') is var parts && (name is "./" ||
        (parts.Length > 1 && parts[^1].Length == 0 ? parts[..^1] : parts).All(part => part.Length > 0 && part != "." && Encoding.UTF8.GetByteCount(part) <= LongestName));

    /// <summary>A path whose folder is a file; null where there is none. What is in a folder follows the folder's own path in their order, so that not each part of each path has to be looked for.</summary>
    /// <param name="paths">The paths, in order.</param>
    private static string? InFile(string[] paths)
    {
        foreach (var folder in paths.Where(path => path.Length > 0 && !path.EndsWith('/')).Select(file => $"{file}/"))
        {
            var found = Array.BinarySearch(paths, folder, StringComparer.Ordinal);
            var next = found < 0 ? ~found : found;
            if (next < paths.Length && paths[next].StartsWith(folder, StringComparison.Ordinal))
                return paths[next];
        }

        return null;
    }
}
