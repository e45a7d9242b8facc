namespace EmbeddedAws.S3.Objects;

/// <summary>The puts between their first check and their commit.</summary>
internal sealed class PutsUnderWay
{
    private readonly Lock _gate = new();
    private readonly HashSet<PutUnderWay> _puts = [];

    public PutUnderWay Begin(string bucket, string key, WriteCondition condition)
    {
        var put = new PutUnderWay(this, bucket, key, condition);
        lock (_gate)
            _puts.Add(put);
        return put;
    }

    public void End(PutUnderWay put)
    {
        lock (_gate)
            _puts.Remove(put);
    }

    /// <summary>Tells those of a key that its object has been deleted.</summary>
    public void Disturb(string bucket, string key)
    {
        lock (_gate)
        {
            foreach (var put in _puts.Where(put => put.IsOf(bucket, key)))
                put.Disturb();
        }
    }
}
