using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Storage;

/// <summary>A failure of the machine, which no request and no bug is the cause of.</summary>
/// <param name="IsDiskFull">Whether there is no space left; otherwise there are too many open files.</param>
/// <param name="Message">What to tell, in one line.</param>
internal sealed record ResourceFailure(bool IsDiskFull, string Message)
{
    private const int Full = 13, CannotOpen = 14, CannotGrowSharedMemory = 4874, CannotOpenSharedMemory = 4618;
    private const int NoSpaceLeft = 28, NoFileLeft = 24, NoFileLeftInSystem = 23;
    private const int DiskFullOnWindows = unchecked((int)0x80070070), HandleDiskFullOnWindows = unchecked((int)0x80070027);

    private static readonly ResourceFailure DiskFull = new(IsDiskFull: true, "There is no space left on the disk of the data folder.");
    private static readonly ResourceFailure TooManyFiles = new(IsDiskFull: false, "The process has too many open files.");

    /// <summary>The failure that an exception means, or null where it is of another kind.</summary>
    public static ResourceFailure? Of(Exception exception) => exception switch
    {
        IOException { HResult: NoSpaceLeft or DiskFullOnWindows or HandleDiskFullOnWindows } => DiskFull,
        IOException { HResult: NoFileLeft or NoFileLeftInSystem } => TooManyFiles,
        SqliteException { SqliteExtendedErrorCode: Full or CannotGrowSharedMemory } => DiskFull,
        SqliteException { SqliteErrorCode: CannotOpen } or SqliteException { SqliteExtendedErrorCode: CannotOpenSharedMemory } => TooManyFiles,
        _ => null,
    };
}
