using System.ComponentModel;
using System.Diagnostics;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Functions;

/// <summary>A machine on which functions are compiled to native programs. Its compiler makes code for the system that it runs on.</summary>
/// <param name="IsLinux">Whether that is Linux.</param>
/// <param name="Architecture"><c>arm64</c> or <c>x86_64</c>.</param>
/// <param name="Glibc">The version of its C library; null where it has another.</param>
/// <param name="HasDocker">Whether it runs containers of Linux; those of another architecture need emulation.</param>
public sealed record NativeCompiler(bool IsLinux, string Architecture, Version? Glibc, bool HasDocker)
{
    /// <summary>Of Amazon Linux 2023, which Lambda's <c>provided.al2023</c> is: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html.</summary>
    private static readonly Version LambdaGlibc = new(2, 34);

    private const string WayOut = "Start Docker, or set image-service:nativePackages to packages that were compiled elsewhere.";

    /// <summary>This machine.</summary>
    public static NativeCompiler OfThisMachine() => new(
        OperatingSystem.IsLinux(),
        StackSettings.HostArchitecture(),
        // glibc 2.36
        Version.TryParse(Output("getconf", "GNU_LIBC_VERSION")?.Split(' ')[^1], out var glibc) ? glibc : null,
        HasDocker: Output("docker", "version", "--format", "{{.Server.Version}}") is not null);

    /// <summary>Refuses what would not run, before it is compiled.</summary>
    /// <param name="settings">The functions.</param>
    /// <exception cref="RunException">The machine cannot compile them.</exception>
    public void ThrowIfUnable(FunctionSettings settings)
    {
        if (HasDocker)
            return;
        if (!IsLinux)
            throw new RunException($"image-service:compile is aot, and native functions are compiled on Linux. {WayOut}");
        if (settings.Architecture != Architecture)
            throw new RunException($"image-service:compile is aot: this machine is {Architecture} and cannot compile for {settings.Architecture}. Set image-service:architecture to {Architecture}. Otherwise: {WayOut}");
        // What was compiled with one version runs with this and newer ones.
        if (!settings.RunsHere && (Glibc is null || Glibc > LambdaGlibc))
            throw new RunException($"image-service:compile is aot: this machine has {(Glibc is null ? "no glibc" : $"glibc {Glibc}")}, and Lambda runs what was compiled with {LambdaGlibc} or older. {WayOut}");
    }

    internal static string? Output(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && output.Length > 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // There is no such program.
        }
    }
}
