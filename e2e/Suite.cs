using ImageService.E2E.Clouds;

namespace ImageService.E2E;

/// <summary>Starts the cloud that the suite shares, once, and stops it at the end.</summary>
[SetUpFixture]
public sealed class Suite
{
    private static ICloud? _cloud;
    private static ApiClient? _api;

    /// <summary>The client of the API under test.</summary>
    internal static ApiClient Api => _api!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = await CloudChoice.StartAsync();
        _api = new ApiClient(_cloud.ApiUrl, _cloud.Parallelism);
        // As an error, since dotnet test shows nothing else while it runs.
        await TestContext.Error.WriteLineAsync($"Testing {_cloud.Name}: {_cloud.ApiUrl}");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _api?.Dispose();
        if (_cloud is not null)
            await _cloud.DisposeAsync();
    }
}
