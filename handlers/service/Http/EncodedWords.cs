using System.Text;
using System.Text.RegularExpressions;

namespace ImageService.Handlers.Http;

/// <summary>
/// Reads encoded words (RFC 2047), <c>=?utf-8?B?5pel?=</c>. They are the mail's way to write a file name; .NET's HttpClient and Java's older clients use it
/// in forms.
/// </summary>
internal static partial class EncodedWords
{
    /// <summary>The text; itself where it is not a sequence of encoded words, and null where they cannot be read.</summary>
    public static string? Decode(string? text)
    {
        if (text is null || !Sequence().IsMatch(text))
            return text;
        var words = Word().Matches(text);
        // A character may be divided among words, so bytes are joined before they become text.
        if (words.Select(word => word.Groups["charset"].Value.ToLowerInvariant()).Distinct().ToList() is not [var name] || Charset.Find(name) is not { } charset)
            return null;
        try
        {
            return charset.GetString([.. words.SelectMany(Bytes)]);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Bytes(Match word)
    {
        var text = word.Groups["text"].Value;
        if (word.Groups["encoding"].Value is "B" or "b")
            return Convert.FromBase64String(text);
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.AddRange(Convert.FromHexString(text.AsSpan(i + 1, 2)));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i] == '_' ? " " : $"{text[i]}"));
            }
        }

        return [.. bytes];
    }

    private const string WordPattern = @"=\?(?<charset>[^?*]+)(\*[^?]*)?\?(?<encoding>[BbQq])\?(?<text>[^?]*)\?=";

    [GeneratedRegex($@"\A{WordPattern}(\s+{WordPattern})*\z")]
    private static partial Regex Sequence();

    [GeneratedRegex(WordPattern)]
    private static partial Regex Word();
}
