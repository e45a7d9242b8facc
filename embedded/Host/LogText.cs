using System.Text.RegularExpressions;

namespace EmbeddedAws.Host;

/// <summary>Text for the terminal that may have something of a client's in it: it must not control the terminal, nor look like a record of its own.</summary>
internal static partial class LogText
{
    /// <summary>A text in one line of printable ASCII.</summary>
    public static string Line(string text) => Unprintable().Replace(text, match => $"\\u{(int)match.Value[0]:x4}");

    /// <summary>An exception with its stack; lines after the first are indented.</summary>
    public static string Of(Exception exception) => string.Join("\n  ", exception.ToString().Split(["\r\n", "\n"], StringSplitOptions.None).Select(Line));

    [GeneratedRegex("[^ -~]")]
    private static partial Regex Unprintable();
}
