using System.Globalization;
using System.Text.RegularExpressions;

namespace ImageService.Handlers.Listing;

/// <summary>Reads the date-times of RFC 3339, section 5.6, more strictly than .NET does by itself.</summary>
internal static partial class Rfc3339
{
    /// <summary>The time in Unix milliseconds, rounded up: the first millisecond that is not before it.</summary>
    /// <returns>Null when the text is no date-time.</returns>
    public static long? CeilingMilliseconds(string text)
    {
        var match = DateTimePattern().Match(text);
        if (!match.Success)
            return null;

        // The + of an offset arrives as a space where a client did not escape it.
        var offset = match.Groups["offset"].Value.Replace(' ', '+').ToUpperInvariant();
        var whole = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{offset}";
        if (!DateTimeOffset.TryParseExact(whole, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var seconds))
            return null;

        // Digits behind the seventh would be lost to .NET; rounding up here keeps them.
        var fraction = match.Groups["fraction"].Value;
        var milliseconds = int.Parse(fraction.PadRight(3, '0')[..3], CultureInfo.InvariantCulture);
        var more = fraction.Length > 3 && fraction.AsSpan(3).ContainsAnyExcept('0');
        return Math.Max(0, seconds.ToUnixTimeMilliseconds() + milliseconds + (more ? 1 : 0));
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?(?<offset>[Zz]|[+\- ][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex DateTimePattern();
}
