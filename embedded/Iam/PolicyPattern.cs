using System.Text.Json;

namespace EmbeddedAws.Iam;

/// <summary>Texts of a policy in which <c>*</c> stands for any characters and <c>?</c> for one.</summary>
internal static class PolicyPattern
{
    /// <summary>Reads one text or several.</summary>
    /// <exception cref="NotSupportedException">One has a variable.</exception>
    public static string[] Read(JsonElement element)
    {
        var texts = Texts(element);
        return texts.FirstOrDefault(text => text.Contains("${", StringComparison.Ordinal)) is { } variable
            ? throw new NotSupportedException($"The embedded IAM does not evaluate the variable in {variable}.")
            : texts;
    }

    /// <summary>One text or several, as they are.</summary>
    /// <exception cref="InvalidOperationException">One is not a text.</exception>
    public static string[] Texts(JsonElement element) => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(Text)] : [Text(element)];

    /// <summary>
    /// Whether a text is like a pattern. What went wrong after a <c>*</c> is tried again one character further on, and only after the last one: an earlier
    /// one could take no more than that does, so the time does not grow with the number of ways to share the text out among them.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="ignoreCase">Whether letters may differ in case.</param>
    public static bool Fits(string pattern, string text, bool ignoreCase = false)
    {
        var (at, next, star, taken) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
                (star, taken, next) = (next, at, next + 1);
            else if (next < pattern.Length && (pattern[next] == '?' || AreSame(pattern[next], text[at], ignoreCase)))
                (at, next) = (at + 1, next + 1);
            else if (star >= 0)
                (taken, at, next) = (taken + 1, taken + 1, star + 1);
            else
                return false;
        }

        return pattern.AsSpan(next).TrimStart('*').IsEmpty;
    }

    private static bool AreSame(char one, char other, bool ignoreCase) => one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    private static string Text(JsonElement element) => element.GetString() ?? throw new InvalidOperationException("A null is not a text.");
}
