namespace ImageService.E2E.Clouds;

/// <summary>The one place that chooses a cloud. One that was asked for by name and does not start is a failure, never another cloud.</summary>
internal static class CloudChoice
{
    private const string LocalStack = "localstack";
    private const string Pulumi = "pulumi";
    private const string EmbeddedCloud = "embedded";

    private static string? Cloud => Variable("IMAGE_SERVICE_CLOUD");

    private static string? Url => Variable("IMAGE_SERVICE_URL");

    public static async Task<ICloud> StartAsync() => (Cloud, Url) switch
    {
        ({ }, { }) => throw new NotSupportedException("IMAGE_SERVICE_CLOUD and IMAGE_SERVICE_URL are both set: set only one."),
        (null, { } url) => await RunningApi.ReachAsync(new Uri(url), Variable("IMAGE_SERVICE_API_KEY")),
        (LocalStack, null) => await CloudPackages.StartLocalStackAsync(),
        (Pulumi, null) => await CloudPackages.StartPulumiAsync(),
        (EmbeddedCloud, null) => await Embedded.StartAsync(),
        (null, null) => CloudPackages.PreferLocalStack ? await LocalStackOrEmbeddedAsync() : await Embedded.StartAsync(),
        _ => throw new NotSupportedException(
            $"IMAGE_SERVICE_CLOUD={Cloud} is not a cloud of this suite. Set it to {EmbeddedCloud}, {Pulumi} or {LocalStack}, or set IMAGE_SERVICE_URL to an API that is running."),
    };

    private static async Task<ICloud> LocalStackOrEmbeddedAsync()
    {
        try
        {
            return await CloudPackages.StartLocalStackAsync();
        }
        catch (CloudUnavailableException unavailable)
        {
            await TestContext.Error.WriteLineAsync($"{unavailable.Message} The suite tests the embedded cloud instead. With IMAGE_SERVICE_CLOUD=localstack this is a failure.");
            return await Embedded.StartAsync();
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
