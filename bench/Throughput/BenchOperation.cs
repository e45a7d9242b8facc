namespace ImageService.Bench.Throughput;

/// <summary>What is measured.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Send">Sends it once; the number is another each time.</param>
/// <param name="Before">What has to be done before, and does not count: what is deleted has to be there.</param>
internal sealed record BenchOperation(string Name, Func<int, Task> Send, Func<int, Task>? Before = null)
{
    private int _last;

    /// <summary>A number that it has not been sent with.</summary>
    public int NextNumber() => Interlocked.Increment(ref _last);

    public async Task PrepareAndSendAsync(int number)
    {
        if (Before is not null)
            await Before(number);
        await Send(number);
    }
}
