using System.Globalization;
using System.Text;

namespace ImageService.Handlers.Images;

/// <summary>
/// The Content-Disposition of an image's bytes (RFC 6266): shown rather than saved, and named twice, as appendix D advises. <c>filename*</c>
/// has the name in any language; <c>filename</c> is for clients that read only that one, such as <c>curl -OJ</c>.
/// </summary>
internal static class InlineDisposition
{
    private const char Replacement = '_';

    /// <summary>
    /// Quotes and backslashes are where parsers differ, and some take a percent sign for an escape; the others cannot be in a file name on
    /// Windows.
    /// </summary>
    private const string Unsafe = "\"\\%/:*?<>|";

    /// <summary>The header of an image with this file name.</summary>
    public static string Of(string fileName) => $"inline; filename=\"{Ascii(fileName)}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";

    /// <summary>The name in ASCII, with a character for each of its own at most: letters lose their accents, and other scripts are replaced.</summary>
    private static string Ascii(string fileName)
    {
        var ascii = new StringBuilder(fileName.Length);
        foreach (var rune in fileName.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            var letter = rune.ToString().Normalize(NormalizationForm.FormD)[0];
            ascii.Append(IsSafe(letter) ? letter : Replacement);
        }

        // As browsers do: a download is never hidden, nor one of the names . and .. of folders.
        if (ascii is [] or ['.', ..])
            ascii.Insert(0, Replacement);
        return ascii.ToString();
    }

    private static bool IsSafe(char letter) => letter is >= ' ' and <= '~' && !Unsafe.Contains(letter, StringComparison.Ordinal);
}
