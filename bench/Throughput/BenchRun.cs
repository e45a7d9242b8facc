using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.Bench.Throughput;

/// <summary>One run: the embedded cloud, the floor and the peers, one after the other for each operation, so that a noisy moment meets all of them.</summary>
/// <param name="length">How long each operation is measured.</param>
/// <param name="connections">The loads.</param>
/// <param name="only">What the name of an operation must contain to be measured.</param>
/// <param name="peerS3">Another S3; null for none.</param>
/// <param name="peerDynamoDb">Another DynamoDB; null for none.</param>
/// <param name="progress">Hears of each comparison.</param>
internal sealed class BenchRun(TimeSpan length, int[] connections, string only, Uri? peerS3, Uri? peerDynamoDb, Action<Comparison> progress)
{
    private readonly ClosedLoop _loop = new(length);

    public async Task<IReadOnlyList<Comparison>> RunAsync()
    {
        await using var cloud = await Server.StartAsync("cloud");
        await using var floor = await Server.StartAsync("floor");
        var aws = await AwsAsync(cloud, floor);
        return [.. aws, .. await ApiAsync(cloud)];
    }

    private async Task<List<Comparison>> AwsAsync(Server cloud, Server floor)
    {
        using var ours = new AwsOperations(cloud.Endpoint, cloud.Endpoint);
        using var least = new AwsOperations(floor.Endpoint, floor.Endpoint);
        using var peer = new AwsOperations(peerS3 ?? cloud.Endpoint, peerDynamoDb ?? cloud.Endpoint);
        await ours.PrepareAsync();
        await peer.PrepareAsync(s3: peerS3 is not null, dynamoDb: peerDynamoDb is not null);
        await ClosedLoop.WarmUpAsync([.. Measured(ours.OfS3), .. Measured(least.OfS3), .. Measured(ours.OfDynamoDb), .. Measured(least.OfDynamoDb)]);
        return
        [
            .. await CompareAsync(ours.OfS3, least.OfS3, peerS3 is null ? null : peer.OfS3, cloud),
            .. await CompareAsync(ours.OfDynamoDb, least.OfDynamoDb, peerDynamoDb is null ? null : peer.OfDynamoDb, cloud),
        ];
    }

    private async Task<List<Comparison>> CompareAsync(IReadOnlyList<BenchOperation> ours, IReadOnlyList<BenchOperation> least, IReadOnlyList<BenchOperation>? peer, Server cloud)
    {
        var comparisons = new List<Comparison>();
        foreach (var (operation, index) in ours.Select((operation, index) => (operation, index)).Where(one => IsMeasured(one.operation.Name)))
        {
            foreach (var load in connections)
            {
                var sample = await _loop.RunAsync(operation, load, cloud);
                var floor = await _loop.RunAsync(least[index], load, null);
                var other = peer is null ? null : await _loop.RunAsync(peer[index], load, null);
                comparisons.Add(Report(new Comparison(sample, floor.P50, other)));
            }
        }

        return comparisons;
    }

    private async Task<List<Comparison>> ApiAsync(Server cloud)
    {
        using var operations = new ApiOperations(new Uri(cloud.Endpoint, "restapis/images/dev/_user_request_/"));
        await operations.PrepareAsync();
        var settings = ServiceDeployment.SettingsFor(cloud.Endpoint);
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        // Those that are measured, and what they are compared with.
        var chosen = operations.All.Where(one => IsMeasured(one.Operation.Name)).ToList();
        if (chosen.Any(one => one.Calls is not null) && !IsMeasured(ApiOperations.EmptyRequest))
            chosen.Insert(0, operations.All.Single(one => one.Operation.Name == ApiOperations.EmptyRequest));
        var calls = (await ServiceCalls.LikeAsync(clients, settings)).All
            .Where(call => IsMeasured(call.Name) || chosen.Exists(one => one.Calls?.Contains(call.Name) == true)).ToList();
        await ClosedLoop.WarmUpAsync([.. calls, .. chosen.Select(one => one.Operation)]);
        await operations.PrepareAsync();
        var measured = await MeasureAsync(calls, cloud);
        return [.. measured, .. await CompareAsync(chosen, measured, cloud)];
    }

    private async Task<List<Comparison>> MeasureAsync(IReadOnlyList<BenchOperation> calls, Server cloud)
    {
        var comparisons = new List<Comparison>();
        foreach (var call in calls)
        {
            foreach (var load in connections)
                comparisons.Add(Report(new Comparison(await _loop.RunAsync(call, load, cloud), null, null)));
        }

        return comparisons;
    }

    /// <summary>Compares the operations of the API with the calls that they make.</summary>
    private async Task<List<Comparison>> CompareAsync(IReadOnlyList<(BenchOperation Operation, string[]? Calls)> operations, List<Comparison> calls, Server cloud)
    {
        var comparisons = new List<Comparison>();
        foreach (var (operation, made) in operations)
        {
            foreach (var load in connections)
            {
                var sample = await _loop.RunAsync(operation, load, cloud);
                var empty = comparisons.FirstOrDefault(one => one.Sample.Operation == ApiOperations.EmptyRequest && one.Sample.Connections == load)?.Sample.P50;
                var sum = made?.Aggregate(empty, (time, call) => time + calls.FirstOrDefault(one => one.Sample.Operation == call && one.Sample.Connections == load)?.Sample.P50);
                comparisons.Add(Report(new Comparison(sample, sum, null)));
            }
        }

        return comparisons;
    }

    private IEnumerable<BenchOperation> Measured(IEnumerable<BenchOperation> operations) => operations.Where(operation => IsMeasured(operation.Name));

    private bool IsMeasured(string operation) => operation.Contains(only, StringComparison.OrdinalIgnoreCase);

    private Comparison Report(Comparison comparison)
    {
        progress(comparison);
        return comparison;
    }
}
