namespace EmbeddedAws.ApiGateway;

/// <summary>What is left of a <see cref="Quota"/>.</summary>
internal sealed class QuotaUse(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateOnly _period;
    private int _used;

    /// <summary>Counts a request, if the quota has room for it.</summary>
    public bool TryUse(Quota quota)
    {
        var period = Begin(quota, time.GetUtcNow());
        var limit = quota.Limit - (quota.Offset > 0 && period == Begin(quota, quota.Since) ? quota.Offset : 0);
        lock (_gate)
        {
            if (period != _period)
                (_period, _used) = (period, 0);
            if (_used >= limit)
                return false;
            _used++;
            return true;
        }
    }

    private static DateOnly Begin(Quota quota, DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return quota.Period switch
        {
            QuotaPeriod.Day => day,
            QuotaPeriod.Week => day.AddDays(-(int)day.DayOfWeek),
            _ => new DateOnly(day.Year, day.Month, 1),
        };
    }
}
