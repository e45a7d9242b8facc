namespace ImageService.E2E.Clouds;

/// <summary>The one place that chooses a cloud. One that was asked for and does not start is a failure, never another cloud.</summary>
internal static class CloudChoice
{
    public static async Task<ICloud> StartAsync()
    {
        var (cloud, url) = (Variable("IMAGE_SERVICE_CLOUD"), Variable("IMAGE_SERVICE_URL"));
        return (cloud, url) switch
        {
            (null, { }) => await RunningApi.ReachAsync(new Uri(url)),
            ({ }, { }) => throw new NotSupportedException("IMAGE_SERVICE_CLOUD and IMAGE_SERVICE_URL are both set: only one can be meant."),
            (null or "embedded", null) => await Embedded.StartAsync(),
            _ => throw new NotSupportedException($"IMAGE_SERVICE_CLOUD={cloud} is no cloud of this suite. It is embedded; or set IMAGE_SERVICE_URL to an API that runs."),
        };

        static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
    }
}
