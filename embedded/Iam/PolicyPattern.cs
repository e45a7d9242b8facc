using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmbeddedAws.Iam;

/// <summary>Texts of a policy in which <c>*</c> stands for any characters and <c>?</c> for one.</summary>
internal static class PolicyPattern
{
    /// <summary>Reads one text or several.</summary>
    /// <exception cref="NotSupportedException">One has a variable.</exception>
    public static string[] Read(JsonElement element)
    {
        string[] texts = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(text => text.GetString()!)] : [element.GetString()!];
        return texts.FirstOrDefault(text => text.Contains("${", StringComparison.Ordinal)) is { } variable
            ? throw new NotSupportedException($"The embedded IAM does not evaluate the variable in {variable}.")
            : texts;
    }

    public static bool Fits(string pattern, string text, RegexOptions options)
    {
        var expression = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
        return Regex.IsMatch(text, $"\\A{expression}\\z", options | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
