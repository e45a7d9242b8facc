using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ImageService.E2E.Programs;

internal static class Signals
{
    public static void Send(int processId, Signal signal)
    {
        if (Kill(processId, (int)signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Skips the test where this process ignores the signal.</summary>
    public static void AssumeNotIgnored(Signal signal) => Assume.That(
        IsIgnored(signal), Is.False, $"This suite was started with the signal {signal} ignored, and so is every program that it starts.");

    /// <summary>Whether this process ignores a signal, as one does that a script started in the background: its children inherit that.</summary>
    private static bool IsIgnored(Signal signal)
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
