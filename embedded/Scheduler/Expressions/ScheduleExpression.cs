using System.Globalization;
using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Scheduler.Expressions;

/// <summary>When a schedule runs: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html.</summary>
internal abstract partial record ScheduleExpression
{
    /// <summary>Years are from this one: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based.</summary>
    protected const int FirstYear = 1970;

    /// <summary>Years are to this one.</summary>
    protected const int LastYear = 2199;

    /// <summary>In characters: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html.</summary>
    private const int Longest = 256;

    /// <summary>The first run after a moment; null where there is none.</summary>
    /// <param name="start">Where the schedule begins.</param>
    /// <param name="after">The moment.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset start, DateTimeOffset after);

    /// <summary>Reads an expression.</summary>
    /// <exception cref="AwsException">It is not well-formed.</exception>
    public static ScheduleExpression Parse(string text, string timezone)
    {
        if (text.Length > Longest)
            throw Invalid($"1 validation error detected: Value at 'scheduleExpression' failed to satisfy constraint: Member must have length less than or equal to {Longest}");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timezone, out var zone))
            throw Invalid($"Invalid Schedule Expression Timezone: {timezone}.");
        if (RateForm().Match(text) is { Success: true } rate && int.TryParse(rate.Groups[1].Value, CultureInfo.InvariantCulture, out var value) && value > 0)
            return new Rate(value * UnitOf(rate.Groups[2].Value));
        if (OneTimeForm().Match(text) is { Success: true } at && DateTime.TryParseExact(at.Groups[1].Value, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= FirstYear and <= LastYear)
        {
            return new OneTime(new DateTimeOffset(moment, zone.GetUtcOffset(moment)));
        }

        if (CronForm().Match(text) is { Success: true } cron)
            return Cron.Parse(cron.Groups[1].Value, zone);
        throw Invalid($"Invalid Schedule Expression {text}.");
    }

    public static AwsException Invalid(string message) => new(400, "ValidationException", message);

    private static TimeSpan UnitOf(string unit) => unit switch
    {
        "minute" => TimeSpan.FromMinutes(1),
        "hour" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"\Arate\(([0-9]{1,6}) (minute|hour|day)s?\)\z")]
    private static partial Regex RateForm();

    [GeneratedRegex(@"\Aat\(([0-9T:-]+)\)\z")]
    private static partial Regex OneTimeForm();

    [GeneratedRegex(@"\Acron\(([^()]+)\)\z")]
    private static partial Regex CronForm();
}
