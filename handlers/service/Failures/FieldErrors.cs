using System.Text;

namespace ImageService.Handlers.Failures;

/// <summary>Collects what is wrong with the fields of a request, so that one answer names all of it.</summary>
internal sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    /// <summary>Notes what is wrong with a field.</summary>
    public void Add(string field, string message) => _errors.Add(new FieldError(field, message));

    /// <summary>Checks the length of a text in characters, that is Unicode code points; a missing text has none.</summary>
    /// <returns>Whether there is a text, and it is neither too short nor too long.</returns>
    public bool CheckLength(string field, string? text, int longest, int shortest = 0)
    {
        if (text is null)
            return false;
        var length = text.EnumerateRunes().Count();
        if (length < shortest)
            Add(field, "is empty");
        else if (length > longest)
            Add(field, $"has more than {longest} characters");
        return length >= shortest && length <= longest;
    }

    /// <summary>
    /// Checks that a text is all characters: no controls (U+0000 to U+001F, U+007F to U+009F), nothing that Unicode keeps out of
    /// text (U+FFFE and its like, https://www.unicode.org/faq/private_use.html#noncharacters), and no U+FFFD, which stands
    /// where bytes were no UTF-8.
    /// </summary>
    /// <returns>Whether it is.</returns>
    public bool CheckCharacters(string field, string text)
    {
        var message = text.Any(char.IsControl) ? "has a control character"
            : text.Contains('\uFFFD', StringComparison.Ordinal) ? "is no UTF-8"
            : text.EnumerateRunes().Any(IsNoncharacter) ? "has a code point that is no character"
            : null;
        if (message is not null)
            Add(field, message);
        return message is null;
    }

    /// <summary>Ends the operation if something is wrong.</summary>
    /// <exception cref="ProblemException">400, with all errors.</exception>
    public void ThrowIfAny(Problem problem)
    {
        if (_errors.Count > 0)
            throw new ProblemException(problem, _errors);
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
