using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The <c>bootstrap</c> of a function, which runs on this machine or does not.</summary>
internal static class NativeProgram
{
    /// <summary>Where an ELF header has its machine: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html.</summary>
    private const int MachineOffset = 18;

    /// <summary>Why a program cannot run here; null where it can.</summary>
    public static string? ReasonNotToRun(string path, string architecture)
    {
        var header = new byte[MachineOffset + 2];
        using (var file = File.OpenRead(path))
            file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var (own, system) = (Own, RuntimeInformation.OSDescription);
        if (header is [(byte)'#', (byte)'!', ..])
        {
            if (OperatingSystem.IsWindows())
                return $"bootstrap is a script for Linux, and the embedded cloud runs functions on this machine, which has {system}.";
        }
        else if (header is not [0x7F, (byte)'E', (byte)'L', (byte)'F', ..])
        {
            return "fork/exec /var/task/bootstrap: exec format error: it is neither a script with #! nor a program for Linux.";
        }
        else if (!OperatingSystem.IsLinux())
        {
            return $"bootstrap is a program for Linux, and the embedded cloud runs functions on this machine, which has {system}.";
        }
        else if (MachineOf(header) is var machine && machine != own)
        {
            return $"fork/exec /var/task/bootstrap: exec format error: it is for {machine}, and this machine is {own}.";
        }

        if (architecture != own)
            return $"The function is for {architecture}, and the embedded cloud runs it on this machine, which is {own}: set its Architectures to {own}.";
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0
            ? null
            : "fork/exec /var/task/bootstrap: permission denied: it is not executable in the zip.";
    }

    /// <summary>The architecture of this machine, by AWS's name of it.</summary>
    private static string Own => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => "x86_64",
        Architecture.Arm64 => "arm64",
        var other => other.ToString(),
    };

    private static string MachineOf(byte[] header) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(MachineOffset)) switch
    {
        0x3E => "x86_64",
        0xB7 => "arm64",
        var other => $"the machine {other} of ELF",
    };
}
