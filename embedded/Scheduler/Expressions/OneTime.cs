namespace EmbeddedAws.Scheduler.Expressions;

/// <summary>Once.</summary>
/// <param name="Moment">When.</param>
internal sealed record OneTime(DateTimeOffset Moment) : ScheduleExpression
{
    public override DateTimeOffset? Next(DateTimeOffset start, DateTimeOffset after) => Moment > after ? Moment : null;
}
