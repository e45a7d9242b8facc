using System.Globalization;
using System.Text.RegularExpressions;

namespace ImageService.Stack.Settings;

/// <summary>Reads typed values from the stack's configuration, and collects what is wrong with it, so that one run tells all.</summary>
internal sealed class SettingsReader(string section, Func<string, string?> get)
{
    private readonly List<string> _mistakes = [];

    /// <summary>A text, or null when it is not set.</summary>
    public string? Text(string key) => get(key);

    public string? Text(string key, string? otherwise, string pattern, string form)
    {
        var text = get(key) ?? otherwise;
        return text is null || Regex.IsMatch(text, $@"^(?:{pattern})\z", RegexOptions.CultureInvariant)
            ? text
            : Mistake(key, form, otherwise);
    }

    public string OneOf(string key, string otherwise, params string[] words)
    {
        var word = get(key) ?? otherwise;
        return words.Contains(word) ? word : Mistake(key, $"one of {string.Join(", ", words)}", otherwise);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool otherwise) =>
        get(key) switch { null => otherwise, "true" => true, "false" => false, _ => Mistake(key, "true or false", otherwise) };

    /// <summary>A whole number within these bounds, or null when it is not set.</summary>
    public int? Whole(string key, int min, int max) =>
        get(key) is { } text
            ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
                ? number
                : Mistake<int?>(key, $"a whole number from {min} to {max}", null)
            : null;

    /// <summary>A number above zero.</summary>
    public double Positive(string key, double otherwise) =>
        get(key) is { } text
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and < double.PositiveInfinity
                ? number
                : Mistake(key, "a number above 0", otherwise)
            : otherwise;

    /// <summary>The scheme and host of a URL, or null when it is not set.</summary>
    public Uri? Endpoint(string key) =>
        get(key) is { } text
            ? Uri.TryCreate(text, UriKind.Absolute, out var url)
                && url is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" }
                ? url
                : Mistake<Uri?>(key, "a URL such as http://localhost:4566, without a path", null)
            : null;

    /// <summary>Ends the program when anything was wrong.</summary>
    /// <exception cref="RunException">Every mistake, one a line.</exception>
    public void ThrowIfWrong()
    {
        if (_mistakes.Count > 0)
            throw new RunException($"The configuration of the stack is wrong:\n  {string.Join("\n  ", _mistakes)}");
    }

    private T Mistake<T>(string key, string expected, T otherwise)
    {
        _mistakes.Add($"{section}:{key} is '{get(key)}', but must be {expected}.");
        return otherwise;
    }
}
