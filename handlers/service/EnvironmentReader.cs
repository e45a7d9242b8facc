using System.Globalization;

namespace ImageService.Handlers;

/// <summary>Reads typed values from environment variables, and collects what is wrong with them. An empty variable counts as missing.</summary>
/// <param name="variable">The value of a variable, or null where it is not set.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private readonly List<string> _faults = [];

    public string? Optional(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    public string Required(string name) => Optional(name) ?? Fault(name, "is missing", "");

    public long Whole(string name, long otherwise, long max) =>
        Optional(name) is not { } value ? otherwise
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max ? number
        : Fault(name, $"must be a whole number from 1 to {max}", otherwise);

    /// <summary>Whole numbers, separated by spaces or commas; in rising order, each once.</summary>
    public IReadOnlyList<int> WholeNumbers(string name, IReadOnlyList<int> otherwise, int max)
    {
        if (Optional(name) is not { } value)
            return otherwise;
        var texts = value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var numbers = texts.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => number >= 1 && number <= max)
            ? [.. numbers.Distinct().Order()]
            : Fault(name, $"must be whole numbers from 1 to {max}, such as 320 640", otherwise);
    }

    public Uri? Url(string name) =>
        Optional(name) is not { } value ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : Fault<Uri?>(name, "must be an http or https URL", null);

    /// <exception cref="InvalidOperationException">Something was missing or malformed; the message names all of it.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new InvalidOperationException($"The function cannot start: {string.Join(", ", _faults)}.");
    }

    private T Fault<T>(string name, string message, T otherwise)
    {
        _faults.Add($"{name} {message}");
        return otherwise;
    }
}
