using ImageService.E2E.Contract;

namespace ImageService.E2E.Clouds;

/// <summary>An API that somebody else started: <c>IMAGE_SERVICE_URL</c>.</summary>
internal sealed class RunningApi : ICloud
{
    private const int Parallelism = 8;

    private RunningApi(Uri url) => Api = new ApiClient(new Uri(url.ToString().TrimEnd('/')), Parallelism) { Recorder = Recorder.Other };

    public string Name => "an API that runs already";

    public ApiClient Api { get; }

    /// <summary>Makes sure that something answers there.</summary>
    /// <exception cref="HttpRequestException">Nothing does.</exception>
    public static async Task<RunningApi> ReachAsync(Uri url)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(url);
        return new RunningApi(url);
    }

    public ValueTask DisposeAsync()
    {
        Api.Dispose();
        return ValueTask.CompletedTask;
    }
}
