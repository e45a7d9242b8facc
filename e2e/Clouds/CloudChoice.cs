namespace ImageService.E2E.Clouds;

/// <summary>The one place that chooses a cloud. One that was asked for and does not start is a failure, never another cloud.</summary>
internal static class CloudChoice
{
    private const string LocalStack = "localstack";
    private const string EmbeddedCloud = "embedded";

    /// <summary>Whether the suite runs on LocalStack: when it was asked for, and where Docker is and nothing was.</summary>
    public static bool IsLocalStack => Url is null && (Cloud ?? (LocalStackCloud.IsDefault ? LocalStack : EmbeddedCloud)) == LocalStack;

    /// <summary>Whether the suite runs on the embedded cloud.</summary>
    public static bool IsEmbedded => Url is null && !IsLocalStack;

    /// <summary>Whether somebody else runs the API: its deployment is nobody's to break.</summary>
    public static bool IsRunningApi => Url is not null;

    private static string? Cloud => Variable("IMAGE_SERVICE_CLOUD");

    private static string? Url => Variable("IMAGE_SERVICE_URL");

    public static async Task<ICloud> StartAsync() => (Cloud, Url) switch
    {
        (null, { } url) => await RunningApi.ReachAsync(new Uri(url)),
        ({ }, { }) => throw new NotSupportedException("IMAGE_SERVICE_CLOUD and IMAGE_SERVICE_URL are both set: only one can be meant."),
        (null or EmbeddedCloud or LocalStack, null) => IsLocalStack ? await LocalStackCloud.StartAsync() : await Embedded.StartAsync(),
        _ => throw new NotSupportedException(
            $"IMAGE_SERVICE_CLOUD={Cloud} is no cloud of this suite. It is {EmbeddedCloud} or {LocalStack}; or set IMAGE_SERVICE_URL to an API that runs."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
