using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Collecting;

/// <summary>
/// <c>CollectGarbage</c>: removes the objects that belong to no image, which crashes and failed calls leave behind, and uploads that were never
/// completed. It lists first and reads the items after that. An object whose id and whose bytes are a day old can get no item any more
/// (<see cref="ImageId.Usable"/>), so one without an item then has none for ever.
/// </summary>
public sealed class Collector
{
    /// <summary>How many objects are removed at once.</summary>
    private const int AtOnce = 16;

    private readonly CollectorBucket _bucket;
    private readonly CollectorTable _table;
    private readonly CollectorPosition _position;
    private readonly TimeProvider _time;

    /// <summary>Makes a collector.</summary>
    /// <param name="settings">The bucket and the table.</param>
    /// <param name="clients">The clients of AWS.</param>
    /// <param name="time">The clock by which objects age.</param>
    public Collector(Settings settings, AwsAccess clients, TimeProvider time)
    {
        _bucket = new CollectorBucket(clients.S3, settings.BucketName, hasConditions: !settings.OnLocalStack);
        _table = new CollectorTable(clients.DynamoDb, settings.TableName);
        _position = new CollectorPosition(clients.DynamoDb, settings.TableName);
        _time = time;
    }

    /// <summary>Goes through the bucket, from where the last run stopped. It never throws: what goes wrong is in the report.</summary>
    /// <param name="options">What it does.</param>
    /// <param name="deadline">Ends the run early; the next one goes on there.</param>
    public async Task<CollectorReport> RunAsync(CollectorOptions options, CancellationToken deadline)
    {
        var report = new CollectorReport { DryRun = options.DryRun };
        try
        {
            var start = report.StoppedAfter = await _position.ReadAsync(deadline);
            try
            {
                await PassAsync(report, options, deadline);
            }
            finally
            {
                if (!options.DryRun && report.StoppedAfter != start)
                    await _position.WriteAsync(report.StoppedAfter);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // The report says how far it came.
        }
#pragma warning disable CA1031 // After any failure the pages before it are done, and the caller has to know.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            report.Failure = exception;
        }

        return report;
    }

    private async Task PassAsync(CollectorReport report, CollectorOptions options, CancellationToken deadline)
    {
        var limit = _time.GetUtcNow() - options.Age;
        while (!report.IsComplete)
        {
            var (objects, hasMore) = await _bucket.ListAsync(report.StoppedAfter, options.PageSize, deadline);
            report.Objects += objects.Count;
            report.Foreign += objects.Count(listed => listed.Image is null);
            var garbage = await WithoutItemAsync([.. objects.Where(listed => listed.IsOlderThan(limit))], deadline);
            foreach (var some in garbage.Chunk(AtOnce))
                await RemoveAsync(some, report, options, deadline);
            report.StoppedAfter = hasMore ? objects[^1].Key : null;
            report.IsComplete = !hasMore;
        }
    }

    private async Task<IReadOnlyList<StoredObject>> WithoutItemAsync(IReadOnlyList<StoredObject> old, CancellationToken deadline)
    {
        var existing = await _table.ExistingAsync(old.Select(listed => listed.Image!.Value), deadline);
        return [.. old.Where(listed => !existing.Contains(listed.Image!.Value))];
    }

    private async Task RemoveAsync(StoredObject[] garbage, CollectorReport report, CollectorOptions options, CancellationToken deadline)
    {
        var removals = options.DryRun ? garbage.Select(found => new Removal(found, IsRemoved: true)) : await Task.WhenAll(garbage.Select(found => TryRemoveAsync(found, deadline)));
        foreach (var removal in removals.Where(removal => removal.Failure is null || !deadline.IsCancellationRequested))
        {
            removal.AddTo(report);
            if (removal.IsRemoved)
                options.Removed(removal.Object);
        }

        deadline.ThrowIfCancellationRequested();
    }

    /// <summary>Removes an object. One that cannot be removed keeps no other from it: the next pass comes back to it.</summary>
    private async Task<Removal> TryRemoveAsync(StoredObject garbage, CancellationToken deadline)
    {
        try
        {
            // Before the object, by which an upload without an image is found.
            if (!garbage.IsVariant)
                await _table.DeleteUploadAsync(garbage.Image!.Value, deadline);
            return new Removal(garbage, await _bucket.DeleteAsync(garbage, deadline));
        }
#pragma warning disable CA1031 // Every failure is counted, and the first one reported.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Removal(garbage, IsRemoved: false, exception);
        }
    }
}
