namespace ImageService.E2E.Contract;

/// <summary>Headers that no operation describes: they belong to HTTP, or to the cloud in front of the API.</summary>
internal static class PlatformHeaders
{
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Content-Type", "Date", "Keep-Alive", "Server", "Transfer-Encoding", "Via",
    };

    public static bool Contain(string name) =>
        OfHttp.Contains(name) || name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase);
}
