namespace EmbeddedAws.Scheduler.Expressions;

/// <summary>
/// At times of a clock: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based. A time that the clock leaves out in spring
/// is left out, too.
/// </summary>
internal sealed record Cron : ScheduleExpression
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly TimeZoneInfo _zone;
    private readonly HashSet<int> _minutes, _hours, _days, _months, _weekdays, _years;

    private Cron(string[] fields, TimeZoneInfo zone)
    {
        _zone = zone;
        _minutes = CronField.Parse(fields[0], 0, 59, []);
        _hours = CronField.Parse(fields[1], 0, 23, []);
        _days = CronField.Parse(fields[2], 1, 31, []);
        _months = CronField.Parse(fields[3], 1, 12, Months);
        _weekdays = CronField.Parse(fields[4], 1, 7, Weekdays);
        _years = CronField.Parse(fields[5], FirstYear, LastYear, []);
    }

    public static Cron Parse(string text, TimeZoneInfo zone)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6 || (fields[2] == "?") == (fields[4] == "?"))
            throw Invalid($"Invalid Schedule Expression cron({text}): it has six fields, and ? for the day of the month or the day of the week.");
        return new Cron(fields, zone);
    }

    public override DateTimeOffset? Next(DateTimeOffset start, DateTimeOffset after) =>
        Days(TimeZoneInfo.ConvertTime(after, _zone).Date).SelectMany(Times).FirstOrDefault(time => time > after) is { Ticks: > 0 } next ? next : null;

    /// <summary>The days of the expression, from a day on. There is a last one: years have an end.</summary>
    private IEnumerable<DateTime> Days(DateTime first) =>
        from year in _years.Order()
        where year >= first.Year
        from month in _months.Order()
        from number in _days.Order()
        where number <= DateTime.DaysInMonth(year, month)
        let day = new DateTime(year, month, number)
        where day >= first && _weekdays.Contains((int)day.DayOfWeek + 1)
        select day;

    private IEnumerable<DateTimeOffset> Times(DateTime day) =>
        from hour in _hours.Order()
        from minute in _minutes.Order()
        let time = day.AddHours(hour).AddMinutes(minute)
        where !_zone.IsInvalidTime(time)
        select new DateTimeOffset(time, _zone.GetUtcOffset(time));
}
