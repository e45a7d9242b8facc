namespace EmbeddedAws.Lambda;

/// <summary>
/// What one synchronous invocation carries: 6 MB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). Lambda's own errors give the
/// exact numbers: "Request must be smaller than 6291456 bytes", "exceeded maximum allowed payload size (6291556 bytes)".
/// </summary>
internal static class InvocationLimits
{
    /// <summary>An event must be smaller.</summary>
    public const int EventBytes = 6_291_456;

    /// <summary>An answer may be as large.</summary>
    public const int ResultBytes = 6_291_556;

    public static InvalidDataException ResultTooLarge(long length) =>
        new($"The answer has {length} bytes; an invocation returns {ResultBytes} at most.");
}
