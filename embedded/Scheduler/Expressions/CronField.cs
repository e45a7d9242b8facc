using System.Globalization;

namespace EmbeddedAws.Scheduler.Expressions;

/// <summary>A field of a cron expression: <c>*</c>, <c>?</c>, <c>1,15</c>, <c>MON-FRI</c>, <c>0/10</c>.</summary>
internal static class CronField
{
    /// <summary>The values that a field stands for.</summary>
    /// <param name="text">The field.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="names">Names of the values, from the least on.</param>
    public static HashSet<int> Parse(string text, int least, int most, string[] names) => [.. text.Split(',').SelectMany(part => Part(part, least, most, names))];

    private static IEnumerable<int> Part(string part, int least, int most, string[] names)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, 0),
            [var from, var every] when int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (from, number),
            _ => throw Unfit(part),
        };
        var (first, last) = range switch
        {
            "*" or "?" => (least, most),
            _ when range.Split('-') is [var from, var to] => (Value(from, least, most, names), Value(to, least, most, names)),
            _ => (Value(range, least, most, names), step > 0 ? most : Value(range, least, most, names)),
        };
        for (long value = first; value <= last; value += Math.Max(1, step))
            yield return (int)value;
    }

    private static int Value(string text, int least, int most, string[] names)
    {
        if (Array.IndexOf(names, text.ToUpperInvariant()) is var index and >= 0)
            return least + index;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : throw Unfit(text);
    }

    private static ControlPlane.AwsException Unfit(string text) =>
        ScheduleExpression.Invalid($"Invalid Schedule Expression: the embedded cloud does not know {text} in a cron expression (L, W and # are not supported).");
}
