namespace ImageService.E2E.Clouds;

/// <summary>The one place that chooses a cloud. One that was asked for and does not start is a failure, never another cloud.</summary>
internal static class CloudChoice
{
    public static async Task<ICloud> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("IMAGE_SERVICE_URL") is { Length: > 0 } url)
            return new RunningApi(new Uri(url));
        return Environment.GetEnvironmentVariable("IMAGE_SERVICE_CLOUD") switch
        {
            null or "" or "embedded" => await Embedded.StartAsync(),
            var other => throw new NotSupportedException($"IMAGE_SERVICE_CLOUD={other} is no cloud of this suite. It is embedded; or set IMAGE_SERVICE_URL to an API that runs."),
        };
    }
}
