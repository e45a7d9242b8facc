namespace EmbeddedAws.Scheduler.Expressions;

/// <summary>At the start, and then each time that an interval has passed.</summary>
/// <param name="Interval">The interval.</param>
internal sealed record Rate(TimeSpan Interval) : ScheduleExpression
{
    public override DateTimeOffset? Next(DateTimeOffset start, DateTimeOffset after) =>
        after < start ? start : start + (((after - start).Ticks / Interval.Ticks) + 1) * Interval;
}
