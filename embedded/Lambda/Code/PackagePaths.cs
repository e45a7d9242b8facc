namespace EmbeddedAws.Lambda.Code;

/// <summary>The paths in a zip, which have to fit into one folder.</summary>
internal static class PackagePaths
{
    /// <summary>What file systems take: NAME_MAX of Linux, and the same on Windows and macOS.</summary>
    private const int LongestName = 255;

    /// <summary>Why they do not; null where they do.</summary>
    public static string? ReasonToRefuse(IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(LeadsElsewhere) is { } outside)
            return $"{outside} is not in the folder of the function.";
        if (names.FirstOrDefault(name => !IsName(name)) is { } unfit)
            return $"{unfit} is not the name of a file.";
        var files = names.Select(Normal).Where(name => name.Length > 0 && !name.EndsWith('/')).ToHashSet(StringComparer.Ordinal);
        return names.Select(Normal).FirstOrDefault(name => Folders(name).Any(files.Contains)) is { } inFile ? $"{inFile} is in a folder that is a file in the same zip." : null;
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
        (parts.Length > 1 && parts[^1].Length == 0 ? parts[..^1] : parts).All(part => part.Length > 0 && part != "." && System.Text.Encoding.UTF8.GetByteCount(part) <= LongestName));

    private static IEnumerable<string> Folders(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
            yield return name[..slash];
    }
}
