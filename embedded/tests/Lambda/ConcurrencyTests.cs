namespace EmbeddedAws.Tests.Lambda;

/// <summary>Many invocations at once.</summary>
public sealed class ConcurrencyTests
{
    private FunctionCloud _cloud = null!;

    [SetUp]
    public async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task Fifty_requests_at_once_are_all_answered()
    {
        await _cloud.CreateAsync("WaitAsync");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _cloud.InvokeAsync("WaitAsync", "20")));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.InRange(2, 50));
    }

    [Test]
    public async Task More_than_the_reserved_concurrency_is_refused()
    {
        await _cloud.CreateAsync("WaitAsync");
        await _cloud.CallAsync("PutFunctionConcurrency", "WaitAsync", ("ReservedConcurrentExecutions", 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _cloud.InvokeAsync("WaitAsync", "500")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => (answer.Status, answer.Error)), Is.All.EqualTo((429, "TooManyRequestsException")));
    }

    [Test]
    public async Task A_function_with_no_concurrency_never_runs()
    {
        _cloud.Cloud.RunInProcess("stopped", (_, _, _) => Task.FromResult("{}"u8.ToArray()));
        await _cloud.CreateAsync("stopped", [], []);
        await _cloud.CallAsync("PutFunctionConcurrency", "stopped", ("ReservedConcurrentExecutions", 0));
        var refused = await _cloud.InvokeAsync("stopped");
        await _cloud.CallAsync("DeleteFunctionConcurrency", "stopped");

        var answer = await _cloud.InvokeAsync("stopped");

        Assert.That((refused.Status, answer.Status), Is.EqualTo((429, 200)));
        Assert.That(await _cloud.CallAsync("GetFunctionConcurrency", "stopped"), Is.Empty);
    }
}
