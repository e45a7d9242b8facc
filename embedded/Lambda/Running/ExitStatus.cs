namespace EmbeddedAws.Lambda.Running;

/// <summary>How Lambda words the end of a process.</summary>
internal static class ExitStatus
{
    /// <summary>Shells and .NET tell a signal as a code above this one.</summary>
    private const int Signals = 128;

    /// <summary>The end of one that had too much memory.</summary>
    public const string Killed = "Runtime exited with error: signal: killed";

    public static string Text(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        Signals + 6 => "Runtime exited with error: signal: aborted",
        Signals + 9 => Killed,
        Signals + 11 => "Runtime exited with error: signal: segmentation fault",
        Signals + 15 => "Runtime exited with error: signal: terminated",
        _ => $"Runtime exited with error: exit status {exitCode}",
    };
}
