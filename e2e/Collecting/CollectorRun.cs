using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;
using ImageService.Handlers.Storage;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Collecting;

/// <summary>Runs the collector on an embedded cloud. Its clock alone is moved: to it all that is stored is older.</summary>
internal static class CollectorRun
{
    /// <summary>More than the age of garbage.</summary>
    public static readonly TimeSpan NextDay = TimeSpan.FromHours(25);

    /// <summary>Runs it on the next day.</summary>
    public static Task<CollectorReport> CollectAsync(this Embedded cloud, CollectorOptions? options = null, CancellationToken deadline = default) =>
        cloud.CollectAsync(TimeProvider.System.GetUtcNow() + NextDay, options, deadline: deadline);

    /// <summary>Runs it at any time.</summary>
    public static async Task<CollectorReport> CollectAsync(
        this Embedded cloud, DateTimeOffset now, CollectorOptions? options = null, bool onLocalStack = false, CancellationToken deadline = default)
    {
        var settings = ServiceDeployment.SettingsFor(cloud.Endpoint) with { OnLocalStack = onLocalStack };
        var time = new FakeTimeProvider(now);
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, time);
        return await new Collector(settings, clients, time).RunAsync(options ?? new CollectorOptions(), deadline);
    }

    /// <summary>Puts objects that belong to no image, as crashes leave them behind.</summary>
    /// <returns>Their keys, in the order of a listing.</returns>
    public static async Task<IReadOnlyList<string>> PutGarbageAsync(this Embedded cloud, int count)
    {
        string[] keys = [.. Enumerable.Range(0, count).Select(_ => $"images/{Guid.CreateVersion7()}").Order(StringComparer.Ordinal)];
        await Task.WhenAll(keys.Select(key => cloud.Stored.PutObjectAt(key, [1, 2, 3])));
        return keys;
    }
}
