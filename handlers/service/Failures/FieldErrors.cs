using System.Text;

namespace ImageService.Handlers.Failures;

/// <summary>Collects what is wrong with the fields of a request, so that one answer names all of it.</summary>
internal sealed class FieldErrors
{
    /// <summary>More than any answer names: what a client makes up does not fill the memory.</summary>
    private const int Most = 1000;

    private readonly List<(FieldError Error, Problem? Problem)> _errors = [];

    /// <summary>Notes what is wrong with a field.</summary>
    /// <param name="field">Its path.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="problem">The problem where this is all that is wrong; null for the usual one.</param>
    public void Add(string field, string message, Problem? problem = null)
    {
        if (_errors.Count < Most)
            _errors.Add((new FieldError(field, message), problem));
    }

    /// <summary>Whether something is wrong with a field already.</summary>
    public bool Has(string field) => _errors.Exists(error => error.Error.Field == field);

    /// <summary>Notes that a field is missing, unless it is there and could not be read.</summary>
    public void Require(string field, object? value)
    {
        if (value is null && !Has(field))
            Add(field, "is missing");
    }

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
    /// text (U+FFFE and its like, https://www.unicode.org/faq/private_use.html#noncharacters), and no U+FFFD, which takes the place
    /// of bytes that are not UTF-8.
    /// </summary>
    /// <returns>Whether it is.</returns>
    public bool CheckCharacters(string field, string text)
    {
        var message = text.Any(char.IsControl) ? "has a control character"
            : text.Contains('\uFFFD', StringComparison.Ordinal) ? "is not valid UTF-8"
            : text.EnumerateRunes().Any(IsNoncharacter) ? "has a code point that is not a character"
            : null;
        if (message is not null)
            Add(field, message);
        return message is null;
    }

    /// <summary>Ends the operation if something is wrong.</summary>
    /// <param name="problem">The problem, unless all that is wrong has another one in common.</param>
    /// <param name="order">The fields in the order in which they are named, whatever the order in which they came; others follow.</param>
    /// <exception cref="ProblemException">400, with all errors.</exception>
    public void ThrowIfAny(Problem problem, params string[] order)
    {
        if (_errors.Count == 0)
            return;
        var common = _errors.Select(error => error.Problem ?? problem).Distinct().ToList();
        throw new ProblemException(common is [var only] ? only : problem, [.. _errors.Select(error => error.Error).OrderBy(error => PlaceOf(error, order))]);
    }

    private static int PlaceOf(FieldError error, string[] order) =>
        Array.IndexOf(order, FieldPath.Top(error.Field)) is >= 0 and var place ? place : order.Length;

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
