using Amazon.Runtime;

namespace ImageService.Lambda;

/// <summary>What a function is given besides its settings. On Lambda everything has its default.</summary>
public sealed record FunctionOptions
{
    /// <summary>
    /// What a function writes here is one event of CloudWatch Logs a line, as it is. Console.Out is not: Lambda's .NET runtime puts
    /// time, request id and level before each line, and CloudWatch takes no metrics from a line that is not JSON as a whole.
    /// </summary>
    private static readonly TextWriter StandardOutput =
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" });

    /// <summary>Who calls AWS; null asks the SDK's chain, which finds the role of the function.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>The clock of ids, times and the log.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the log goes; a synchronized writer where requests run at once.</summary>
    public TextWriter Log { get; init; } = StandardOutput;
}
