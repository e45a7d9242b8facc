using ImageService.E2E.Clouds;
using ImageService.E2E.Contract;

// Every test has its own data, so all of them may run at once; each gets its own instance. Many wait for retries rather
// than for a core, so more run at once than there are cores.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: LevelOfParallelism(24)]

namespace ImageService.E2E;

/// <summary>Starts the cloud that the suite shares, once, and stops it at the end.</summary>
[SetUpFixture]
public sealed class Suite
{
    private static ICloud? _cloud;

    /// <summary>The client of the API under test.</summary>
    internal static ApiClient Api => _cloud!.Api;

    /// <summary>The cloud that the suite shares.</summary>
    internal static ICloud SharedCloud => _cloud!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = await CloudChoice.StartAsync();
        // As an error, since dotnet test shows nothing else while it runs.
        await TestContext.Error.WriteLineAsync($"Testing {_cloud.Name}: {_cloud.Api.BaseUrl}");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_cloud is not null)
            await _cloud.DisposeAsync();
        CompletenessTests.FailIfNothingWasCompared();
    }
}
