namespace EmbeddedAws.S3.Objects;

/// <summary>A put between its first check and its commit.</summary>
internal sealed class PutUnderWay(PutsUnderWay all, string bucket, string key, WriteCondition condition) : IDisposable
{
    private volatile bool _isDisturbed;

    public bool IsOf(string otherBucket, string otherKey) => bucket == otherBucket && key == otherKey;

    /// <summary>Says that the object has been deleted meanwhile: the condition was judged on what is gone.</summary>
    public void Disturb() => _isDisturbed = true;

    /// <param name="etag">The ETag of what is there, or null.</param>
    public void Check(string? etag)
    {
        if (_isDisturbed)
            condition.FailOnConflict(key);
        condition.Check(key, etag);
    }

    public void Dispose() => all.End(this);
}
