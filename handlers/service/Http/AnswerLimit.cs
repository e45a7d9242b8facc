namespace ImageService.Handlers.Http;

/// <summary>The largest body of an answer.</summary>
internal static class AnswerLimit
{
    /// <summary>
    /// In bytes. An answer of Lambda carries 6 MiB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), of which
    /// base64 takes a quarter, and headers some more.
    /// </summary>
    public const int Bytes = 4 * 1024 * 1024;
}
