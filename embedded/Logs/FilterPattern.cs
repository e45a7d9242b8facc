using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs;

/// <summary>
/// The terms that a message must have, each in its case: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html. Patterns of
/// JSON, of columns, regular expressions and optional or excluded terms are refused.
/// </summary>
internal sealed partial class FilterPattern
{
    /// <summary>In characters: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html.</summary>
    private const int Longest = 1024;

    private readonly List<string> _terms;

    private FilterPattern(List<string> terms) => _terms = terms;

    /// <exception cref="AwsException">It has more than terms, or is too long: each message is searched for each of them.</exception>
    public static FilterPattern Read(string pattern)
    {
        if (pattern.Length > Longest)
            throw new AwsException(400, "InvalidParameterException", $"1 validation error detected: Value at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to {Longest}");
        var terms = new List<string>();
        foreach (Match match in Term().Matches(pattern))
        {
            var text = match.Value;
            if (match.Groups["quoted"].Success)
                terms.Add(match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal));
            else if (text[0] != '-' && text.All(IsPlain))
                terms.Add(text);
            else
                throw new AwsException(400, "InvalidParameterException", $"The embedded cloud knows terms in filter patterns, such as ERROR or \"two words\", and not {text}.");
        }

        return new FilterPattern(terms);
    }

    public bool Fits(string message) => _terms.TrueForAll(term => message.Contains(term, StringComparison.Ordinal));

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or '/' or ':' or '-';

    [GeneratedRegex("""
        "(?<quoted>(?:[^"\\]|\\.)*)"|\S+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Term();
}
