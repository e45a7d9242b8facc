using System.Text;

namespace ImageService.Handlers.Http;

/// <summary>
/// Reads the extended form of a parameter (RFC 8187): <c>UTF-8''na%C3%AFve.png</c>. Characters that should have been escaped are taken as they are, as
/// React Native sends <c>IMG%20(1).png</c>, and so is a percent sign that escapes nothing.
/// </summary>
internal static class ExtendedValue
{
    /// <summary>The text, or null where it has no charset, an unknown one, or bytes that are not valid in it.</summary>
    public static string? Decode(string value)
    {
        if (value.Split('\'', 3) is not [var charset, _, var text] || Charset.Find(charset) is not { } encoding)
            return null;
        try
        {
            return encoding.GetString(Unescape(text, encoding));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Unescape(string text, Encoding encoding)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 3;
                continue;
            }

            var next = text.IndexOf('%', i + 1);
            var end = next < 0 ? text.Length : next;
            bytes.AddRange(encoding.GetBytes(text[i..end]));
            i = end;
        }

        return [.. bytes];
    }
}
