using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3.Lifecycle;

/// <summary>Does what the rules of the buckets say. S3 does so once a day or so, this once an hour.</summary>
internal sealed class LifecycleSweep(
    BucketSettings settings, Listing listing, UploadListing uploadListing, VersionExpiry versions, ObjectStore objects, UploadStore uploads, TimeProvider time)
{
    /// <summary>How often to look.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private const int PageSize = 1000;

    public async Task RunAsync()
    {
        foreach (var bucket in settings.BucketsWith(BucketSetting.Lifecycle))
        {
            foreach (var rule in LifecycleRule.In(settings.Find(bucket, BucketSetting.Lifecycle) ?? "<LifecycleConfiguration/>"))
                await TryAsync(bucket, rule);
        }
    }

    private async Task TryAsync(string bucket, LifecycleRule rule)
    {
        try
        {
            if (rule.Days is not null || rule.Date is not null)
                await ExpireAsync(bucket, rule);
            if (settings.IsVersioned(bucket) && (rule.NoncurrentDays is not null || rule.Days is not null || rule.RemovesMarkers))
                await versions.RunAsync(bucket, rule);
            if (rule.AbortDays is not null)
                await AbortAsync(bucket, rule);
        }
        catch (S3Exception gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // The bucket has been deleted meanwhile, or the upload has ended.
        }
    }

    private async Task ExpireAsync(string bucket, LifecycleRule rule)
    {
        byte[]? from = [];
        while (from is not null)
        {
            var page = listing.Page(bucket, rule.Prefix, delimiter: "", from, PageSize);
            await Task.WhenAll(page.Objects.Where(stored => rule.Expires(stored, time.GetUtcNow())).Select(objects.ExpireAsync));
            from = page.Next;
        }
    }

    private async Task AbortAsync(string bucket, LifecycleRule rule)
    {
        var (after, more) = ((Key: Array.Empty<byte>(), Id: ""), true);
        while (more)
        {
            var page = uploadListing.Page(bucket, rule.Prefix, delimiter: "", after, PageSize);
            foreach (var upload in page.Uploads.Where(upload => rule.Aborts(upload, time.GetUtcNow())))
                await uploads.AbortAsync(bucket, upload.Key, upload.Id);
            (after, more) = ((Encoding.UTF8.GetBytes(page.LastKey), page.LastId), page.IsTruncated);
        }
    }
}
