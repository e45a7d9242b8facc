using System.Text;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Images;

/// <summary>The rules of a file name, and the form in which names are matched and sorted.</summary>
internal static class FileName
{
    private const int MaxLength = 255;

    /// <summary>In UTF-8, as given and as matched: with an id after it, a name fits the 1024 bytes of a sort key.</summary>
    public const int MaxBytes = 900;

    /// <summary>Says what is wrong with a name, or with the beginning of one.</summary>
    public static void Check(string? name, FieldErrors errors)
    {
        if (!errors.CheckLength("fileName", name, MaxLength, shortest: 1) || !errors.CheckCharacters("fileName", name!))
            return;
        if (name.AsSpan().ContainsAny('/', '\\'))
            errors.Add("fileName", "has a / or \\");
        if (Encoding.UTF8.GetByteCount(name!) > MaxBytes || Encoding.UTF8.GetByteCount(Key(name!)) > MaxBytes)
            errors.Add("fileName", $"has more than {MaxBytes} bytes in UTF-8");
    }

    /// <summary>
    /// The form in which names are matched and sorted: NFC, invariant lower case. Some letters are composed in lower case only
    /// (h and U+0331), hence NFC once more.
    /// </summary>
    public static string Key(string name) =>
        name.Normalize(NormalizationForm.FormC).ToLowerInvariant().Normalize(NormalizationForm.FormC);
}
