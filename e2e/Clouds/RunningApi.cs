namespace ImageService.E2E.Clouds;

/// <summary>An API that somebody else started: <c>IMAGE_SERVICE_URL</c>.</summary>
internal sealed class RunningApi(Uri url) : ICloud
{
    public string Name => $"the API at {url}";

    public Uri ApiUrl => new(url.ToString().TrimEnd('/'));

    public int Parallelism => 8;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
