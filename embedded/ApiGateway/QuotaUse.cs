namespace EmbeddedAws.ApiGateway;

/// <summary>What is left of a <see cref="Quota"/>.</summary>
internal sealed class QuotaUse(Quota quota, TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateOnly _period;
    private int _used;

    /// <summary>Counts a request, if the quota has room for it.</summary>
    public bool TryUse()
    {
        var period = Begin(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        lock (_gate)
        {
            if (period != _period)
                (_period, _used) = (period, 0);
            if (_used >= quota.Limit)
                return false;
            _used++;
            return true;
        }
    }

    private DateOnly Begin(DateOnly day) => quota.Period switch
    {
        QuotaPeriod.Day => day,
        QuotaPeriod.Week => day.AddDays(-(int)day.DayOfWeek),
        _ => new DateOnly(day.Year, day.Month, 1),
    };
}
