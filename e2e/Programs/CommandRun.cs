using ImageService.Local;

namespace ImageService.E2E.Programs;

/// <summary>The result of a <c>dotnet run --project local</c> that ends by itself: it runs in this process, which is quicker than in a separate one.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The lines that it printed.</param>
/// <param name="Errors">What it printed as errors.</param>
internal sealed record CommandRun(int ExitCode, IReadOnlyList<string> Output, string Errors)
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<CommandRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, errors);
        return new CommandRun(exitCode, output.ToString().Split(Environment.NewLine)[..^1], errors.ToString());
    }
}
