using System.Globalization;

namespace EmbeddedAws.Host;

/// <summary>
/// How many files the process may open. A runtime that cannot open one more ends the process, so that connections are refused before it
/// comes to that. Where the limit is not known (outside Linux), none is assumed.
/// </summary>
internal static class OpenFiles
{
    /// <summary>What the process needs to start, and to go on while all connections are in use: assemblies, databases, sockets.</summary>
    private const long Own = 320;

    /// <summary>A socket, the file of an object, and a connection to a database.</summary>
    private const long EachConnection = 4;

    private const long FewestConnections = 32;

    /// <summary>The fewest files that let the cloud work.</summary>
    public const long Least = Own + (EachConnection * FewestConnections);

    /// <summary>How many connections there may be at once; null for any number.</summary>
    public static long? MostConnections => Limit is { } limit ? Math.Max(FewestConnections, (limit - Own) / EachConnection) : null;

    /// <summary>The limit of this process, see getrlimit(2); null when it is not known.</summary>
    public static long? Limit { get; } = ReadLimit();

    private static long? ReadLimit()
    {
        try
        {
            // Max open files            1024                 524288               files
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
            return long.TryParse(line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
