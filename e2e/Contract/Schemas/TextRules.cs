using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Keywords for texts; values of other types fit them.</summary>
internal static class TextRules
{
    public static SchemaRule MinLength(int least) => Rule(text => text.EnumerateRunes().Count() >= least, $"has fewer than {least} characters");

    public static SchemaRule MaxLength(int most) => Rule(text => text.EnumerateRunes().Count() <= most, $"has more than {most} characters");

    public static SchemaRule Pattern(string pattern)
    {
        // In .NET, $ fits before a line break at the end as well; in JavaScript, whose patterns these are, it does not.
        var regex = new Regex(pattern.EndsWith('$') ? $"{pattern[..^1]}\\z" : pattern, RegexOptions.CultureInvariant);
        return Rule(regex.IsMatch, $"does not match {pattern}");
    }

    public static SchemaRule Format(string format) => format switch
    {
        "uuid" => Rule(text => Guid.TryParseExact(text, "D", out _), "is no UUID"),
        "date-time" => Rule(text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _), "is no date-time"),
        "uri" => Rule(text => Uri.TryCreate(text, UriKind.Absolute, out _), "is no URI"),
        // Bytes that are no JSON, so nothing is held against it.
        "binary" => Combinations.All([]),
        "uri-reference" => Rule(text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _), "is no URI reference"),
        _ => throw new NotSupportedException($"The suite does not know the format {format}: add its rule."),
    };

    private static SchemaRule Rule(Predicate<string> fits, string fault) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.String && !fits(value.GetString()!))
            faults.Add($"{path} {fault}");
    };
}
