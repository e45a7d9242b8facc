using System.Buffers;
using System.Buffers.Text;

namespace ImageService.Handlers.Uploading;

/// <summary>Base64 inside a JSON string, with line breaks or escapes. It is never copied as a whole.</summary>
internal static class Base64Text
{
    /// <summary>Counts the letters and those of the padding, and tells what is wrong with them, if anything.</summary>
    public static (int Letters, int Padding, string? Fault) Examine(ReadOnlySpan<byte> text)
    {
        var letters = new Base64Letters(text);
        var (count, padding) = (0, 0);
        while (letters.TryNext(out var letter))
        {
            count++;
            if (letter == '=')
                padding++;
            else if (FaultOf((char)letter) is { } fault)
                return (count, padding, fault);
            else if (padding > 0)
                return (count, padding, "is not base64: there is padding before its end");
        }

        return (count, padding, count % 4 != 0 || padding > 2 ? "is not base64: it must be padded with = to a multiple of four letters (RFC 4648, section 4)" : null);
    }

    /// <summary>Decodes a text in which nothing wrong was found.</summary>
    /// <returns>False where its last letter has more bits than belong to the last byte.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var letters = new Base64Letters(text);
        Span<byte> chunk = stackalloc byte[1024];
        while (bytes.Length > 0)
        {
            var filled = 0;
            while (filled < chunk.Length && letters.TryNext(out chunk[filled]))
                filled++;
            if (Base64.DecodeFromUtf8(chunk[..filled], bytes, out _, out var written) != OperationStatus.Done || written == 0)
                return false;
            bytes = bytes[written..];
        }

        return true;
    }

    private static string? FaultOf(char letter) => letter switch
    {
        '+' or '/' => null,
        '-' or '_' => "is in the URL-safe alphabet of base64: use + and / instead of - and _ (RFC 4648, section 4)",
        ' ' => "is not base64: there is a space, which may once have been a +",
        _ => char.IsAsciiLetterOrDigit(letter) ? null : "is not base64: there is a character that is not in its alphabet",
    };
}
