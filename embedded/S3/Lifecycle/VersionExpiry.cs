using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Lifecycle;

/// <summary>Deletes the older versions of a bucket whose time is over, and the delete markers that nothing is left under.</summary>
internal sealed class VersionExpiry(VersionListing listing, ObjectStore objects, TimeProvider time)
{
    private const int PageSize = 1000;

    public async Task RunAsync(string bucket, LifecycleRule rule)
    {
        var (after, more) = ((Key: "", Id: (string?)null), true);
        ObjectVersion? newer = null;
        var newerNoncurrent = 0;
        while (more)
        {
            var page = listing.Page(bucket, rule.Prefix, delimiter: "", after, PageSize);
            var due = new List<ObjectVersion>();
            foreach (var version in page.Versions)
            {
                var successor = newer?.Key == version.Key ? newer : null;
                newerNoncurrent = successor is null or { IsLatest: true } ? 0 : newerNoncurrent + 1;
                newer = version;
                if (IsDue(rule, version, successor, newerNoncurrent))
                    due.Add(version);
            }

            await Task.WhenAll(due.Select(objects.ExpireVersionAsync));
            (after, more) = (page.Last, page.IsTruncated);
        }
    }

    /// <summary>A version is noncurrent from the moment at which its successor was created.</summary>
    private bool IsDue(LifecycleRule rule, ObjectVersion version, ObjectVersion? successor, int newerNoncurrent) => version.IsLatest
        ? version.IsMarker && rule.ExpiresMarker(version, time.GetUtcNow())
        : successor is not null && rule.ExpiresNoncurrent(version, successor.Modified, newerNoncurrent, time.GetUtcNow());
}
