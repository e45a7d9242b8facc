using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Uploading;

/// <summary>An image in base64.</summary>
/// <param name="Bytes">What it decodes to; empty when that is too much for the form.</param>
/// <param name="Length">How many bytes it decodes to, or would.</param>
internal sealed record Base64Content(byte[] Bytes, long Length)
{
    /// <summary>
    /// Decodes padded base64 (RFC 4648, section 4) straight from the body. Line breaks, as Android and Python write them, and the beginning
    /// of a data URL (RFC 2397) are passed over.
    /// </summary>
    /// <returns>Null where the value is null, or is not base64.</returns>
    public static Base64Content? Read(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
        {
            errors.Add(path, "must be a string");
            reader.Skip();
            return null;
        }

        var text = reader.ValueSpan;
        var fault = CutDataUrl(ref text);
        var content = fault is null ? Decode(text, out fault) : null;
        if (fault is not null)
            errors.Add(path, fault, Problems.InvalidBase64);
        return content;
    }

    private static Base64Content? Decode(ReadOnlySpan<byte> text, out string? fault)
    {
        if (DecodePlain(text) is { } content)
        {
            fault = null;
            return content;
        }

        (var letters, var padding, fault) = Base64Text.Examine(text);
        if (fault is not null)
            return null;
        var length = LengthOf(letters, padding);
        if (length > UploadLimit.Json)
            return new Base64Content([], length);
        var bytes = new byte[length];
        if (Base64Text.TryDecode(text, bytes))
            return new Base64Content(bytes, length);
        fault = "is not base64: the bits of its last letter that belong to no byte must be zero (RFC 4648, section 3.5)";
        return null;
    }

    /// <summary>Decodes at once what has neither line breaks nor escapes, as nearly all content.</summary>
    /// <returns>Null where that is not so.</returns>
    private static Base64Content? DecodePlain(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 != 0 || text.ContainsAny("\\ "u8))
            return null;
        var length = LengthOf(text.Length, text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0);
        if (length > UploadLimit.Json)
            return new Base64Content([], length);
        var bytes = new byte[length];
        var status = Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        return status == OperationStatus.Done && written == length ? new Base64Content(bytes, length) : null;
    }

    private static int LengthOf(int letters, int padding) => Math.Max((letters / 4 * 3) - padding, 0);

    /// <summary>Cuts <c>data:image/png;base64,</c> off. No other character of base64 is a comma.</summary>
    /// <returns>What is wrong, or null.</returns>
    private static string? CutDataUrl(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || !System.Text.Ascii.EqualsIgnoreCase(text[..5], "data:"u8))
            return null;
        var comma = text.IndexOf((byte)',');
        const int mark = 7;
        if (comma < mark || !System.Text.Ascii.EqualsIgnoreCase(text[(comma - mark)..comma], ";base64"u8))
            return "is a data URL without ;base64";
        text = text[(comma + 1)..];
        return null;
    }
}
