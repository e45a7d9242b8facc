using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ImageService.E2E.Programs;

/// <summary>The signals that end a program, with the numbers that every Unix gives them: HUP, INT, TERM.</summary>
public enum Signal
{
    /// <summary>The terminal was closed.</summary>
    Hangup = 1,

    /// <summary>Ctrl+C.</summary>
    Interrupt = 2,

    /// <summary>What a service manager sends.</summary>
    Terminate = 15,
}

internal static class Signals
{
    public static void Send(int processId, Signal signal)
    {
        if (Kill(processId, (int)signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Whether this process ignores a signal, as one does that a script started in the background: its children inherit that.</summary>
    public static bool IsIgnored(Signal signal)
    {
        const string status = "/proc/self/status";
        const string name = "SigIgn:";
        if (!File.Exists(status))
            return false;
        var mask = File.ReadLines(status).Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << ((int)signal - 1))) != 0;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
