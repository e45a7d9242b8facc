namespace ImageService.E2E.Contract;

/// <summary>Headers that no operation describes: they belong to HTTP, or to the cloud in front of the API.</summary>
internal static class PlatformHeaders
{
    /// <summary>What LocalStack adds to each of its answers, and so a sign of it.</summary>
    public const string LocalStack = "x-localstack";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Content-Type", "Date", "Keep-Alive", "Server", "Transfer-Encoding", "Via", LocalStack,
    };

    public static bool Contain(string name) =>
        Known.Contains(name) || name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase);
}
