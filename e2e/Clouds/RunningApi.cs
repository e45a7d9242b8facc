using ImageService.E2E.Contract;

namespace ImageService.E2E.Clouds;

/// <summary>An API that is running already: <c>IMAGE_SERVICE_URL</c>, and the key that its requests need, <c>IMAGE_SERVICE_API_KEY</c>.</summary>
internal sealed class RunningApi : ICloud
{
    private const int Parallelism = 8;

    private RunningApi(Uri url, string? apiKey, bool isLocalStack)
    {
        Api = new ApiClient(new Uri(url.ToString().TrimEnd('/')), Parallelism, apiKey) { Recorder = Recorder.Other };
        IsLocalStack = isLocalStack;
    }

    public string Name => IsLocalStack ? "an API that is running on LocalStack" : "an API that is running";

    public bool IsLocalStack { get; }

    public ApiClient Api { get; }

    /// <summary>Makes sure that something answers there, and looks whether it is LocalStack.</summary>
    /// <exception cref="HttpRequestException">Nothing does.</exception>
    public static async Task<RunningApi> ReachAsync(Uri url, string? apiKey)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(url);
        return new RunningApi(url, apiKey, answer.Headers.Contains(PlatformHeaders.LocalStack));
    }

    public ValueTask DisposeAsync()
    {
        Api.Dispose();
        return ValueTask.CompletedTask;
    }
}
