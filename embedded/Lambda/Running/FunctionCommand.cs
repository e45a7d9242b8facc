using System.Diagnostics;
using System.Runtime.InteropServices;
using EmbeddedAws.Lambda.Code;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The program that runs a function.</summary>
internal static class FunctionCommand
{
    /// <summary>The program of a function, with its arguments.</summary>
    /// <exception cref="FunctionStartException">It is not there, or not for this machine.</exception>
    public static ProcessStartInfo Of(FunctionConfiguration function, string folder)
    {
        var start = new ProcessStartInfo { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (function.Runtime.StartsWith("dotnet", StringComparison.Ordinal))
        {
            start.FileName = DotNet;
            foreach (var argument in Arguments(folder))
                start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = Bootstrap(function, folder);
        }

        return start;
    }

    /// <summary>The folder of .NET, from which this process runs itself.</summary>
    public static string DotNetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string DotNet => Path.Combine(DotNetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static IEnumerable<string> Arguments(string folder)
    {
        var settings = Directory.GetFiles(folder, "*.runtimeconfig.json");
        if (settings is not [var runtimeConfig])
            throw new FunctionStartException("Runtime.ExitError", $"The function has {settings.Length} files *.runtimeconfig.json and needs one: it comes with GenerateRuntimeConfigurationFiles.");
        yield return "exec";
        yield return "--runtimeconfig";
        yield return runtimeConfig;
        if (Path.ChangeExtension(Path.ChangeExtension(runtimeConfig, null), ".deps.json") is var dependencies && File.Exists(dependencies))
        {
            yield return "--depsfile";
            yield return dependencies;
        }

        // A function for .NET 8 runs on a later one where that is all there is.
        yield return "--roll-forward";
        yield return "Major";
        yield return Path.Combine(folder, CodePackage.Host);
    }

    private static string Bootstrap(FunctionConfiguration function, string folder)
    {
        var path = Path.Combine(folder, "bootstrap");
        if (!File.Exists(path))
            throw new FunctionStartException("Runtime.InvalidEntrypoint", "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
        if (NativeProgram.ReasonNotToRun(path, function.Architecture) is { } reason)
            throw new FunctionStartException("Runtime.InvalidEntrypoint", reason);
        return path;
    }
}
