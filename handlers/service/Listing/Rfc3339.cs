using System.Globalization;
using System.Text.RegularExpressions;

namespace ImageService.Handlers.Listing;

/// <summary>Reads the date-times of RFC 3339, section 5.6, more strictly than .NET does by itself.</summary>
internal static partial class Rfc3339
{
    /// <summary>The time in Unix milliseconds, rounded up: the first millisecond that is not before it.</summary>
    /// <returns>Null when the text is not a date-time.</returns>
    public static long? CeilingMilliseconds(string text)
    {
        var match = DateTimePattern().Match(text);
        if (!match.Success)
            return null;

        // A leap second is the first moment of the next minute to .NET, and to the ids.
        var leap = match.Groups["time"].Value.EndsWith(":60", StringComparison.Ordinal);
        var time = leap ? match.Groups["time"].Value[..^2] + "59" : match.Groups["time"].Value;
        var local = $"{match.Groups["date"].Value}T{time}Z";
        if (!DateTimeOffset.TryParseExact(local, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var seconds)
            || OffsetMinutes(match) is not { } offset)
        {
            return null;
        }

        // Digits after the seventh would be lost to .NET; rounding up here keeps them.
        var fraction = match.Groups["fraction"].Value;
        var milliseconds = int.Parse(fraction.PadRight(3, '0')[..3], CultureInfo.InvariantCulture);
        var more = fraction.Length > 3 && fraction.AsSpan(3).ContainsAnyExcept('0');
        return Math.Max(0, seconds.ToUnixTimeMilliseconds() - (offset * 60_000L) + (leap ? 1000 : milliseconds + (more ? 1 : 0)));
    }

    /// <summary>Up to 23:59 either way; .NET's own times end at 14 hours.</summary>
    private static int? OffsetMinutes(Match match)
    {
        if (!match.Groups["sign"].Success)
            return 0;
        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        if (hours > 23 || minutes > 59)
            return null;
        // The + arrives as a space where a client did not escape it.
        return (match.Groups["sign"].Value == "-" ? -1 : 1) * ((hours * 60) + minutes);
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?([Zz]|(?<sign>[+\- ])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z")]
    private static partial Regex DateTimePattern();
}
