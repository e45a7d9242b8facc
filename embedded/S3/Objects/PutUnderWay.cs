namespace EmbeddedAws.S3.Objects;

/// <summary>A put between its first check and its commit.</summary>
internal sealed class PutUnderWay(PutsUnderWay all, string bucket, string key, WriteCondition condition) : IDisposable
{
    private volatile bool _isDisturbed;
    private string? _lost;

    public bool IsOf(string otherBucket, string otherKey) => bucket == otherBucket && key == otherKey;

    /// <summary>Says that the object has been deleted meanwhile: the condition was judged on what is gone.</summary>
    public void Disturb() => _isDisturbed = true;

    /// <summary>Refuses early what the commit would refuse.</summary>
    /// <param name="there">What is there, or null.</param>
    /// <param name="isLost">Tells whether its bytes are lost.</param>
    public void Begin(StoredObject? there, Func<StoredObject, bool> isLost)
    {
        if (condition.IfAbsent && there is not null && isLost(there))
            _lost = there.File;
        Check(there?.File, there?.ETag);
    }

    /// <param name="file">The file of what is there, or null.</param>
    /// <param name="etag">Its ETag, or null.</param>
    public void Check(string? file, string? etag)
    {
        if (_isDisturbed)
            condition.FailOnConflict(key);
        condition.Check(key, file is not null && file == _lost ? null : etag);
    }

    public void Dispose() => all.End(this);
}
