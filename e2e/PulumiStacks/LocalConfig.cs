namespace ImageService.E2E.PulumiStacks;

/// <summary>The configuration of <c>pulumi up --stack local</c>, for a server elsewhere.</summary>
internal static class LocalConfig
{
    private const string Endpoint = "http://localhost:4566";
    private const string S3ControlEndpoint = "http://localhost.localstack.cloud:4566";

    /// <summary>The text of Pulumi.local.yaml with other endpoints.</summary>
    /// <param name="text">The text of Pulumi.local.yaml.</param>
    /// <param name="endpoint">Where it is: <c>http://127.0.0.1:32768/</c>.</param>
    public static string For(string text, Uri endpoint) => string.Join('\n', text.Split('\n').Where(line => !IsSecret(line)))
        .Replace(S3ControlEndpoint, $"http://localhost.localstack.cloud:{endpoint.Port}", StringComparison.Ordinal)
        .Replace(Endpoint, endpoint.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    /// <summary>Pulumi writes the salt of the user's own passphrase into the file; this run has another passphrase.</summary>
    private static bool IsSecret(string line) =>
        line.StartsWith("encryptionsalt:", StringComparison.Ordinal) || line.StartsWith("secretsprovider:", StringComparison.Ordinal);
}
