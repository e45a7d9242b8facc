using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImageService.Handlers.Uploading;

/// <summary>An image in base64.</summary>
/// <param name="Bytes">What it decodes to; null when it is none, or too large to be decoded at all.</param>
/// <param name="Length">How many bytes it decodes to, or would.</param>
internal sealed record Base64Content(byte[]? Bytes, long Length);

/// <summary>
/// Decodes base64 (RFC 4648, section 4: padded, nothing in between) straight from the body, once. .NET's own reading of
/// <c>byte[]</c> passes over white space.
/// </summary>
internal sealed class Base64ContentConverter : JsonConverter<Base64Content>
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    public override Base64Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("The content must be a string.");
        if (!reader.ValueIsEscaped)
            return Decode(reader.ValueSpan);

        // Some writers escape the slash.
        var unescaped = new byte[reader.ValueSpan.Length];
        return Decode(unescaped.AsSpan(0, reader.CopyString(unescaped)));
    }

    public override void Write(Utf8JsonWriter writer, Base64Content value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static Base64Content Decode(ReadOnlySpan<byte> text)
    {
        var padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
        var length = (text.Length / 4 * 3L) - padding;
        if (text.Length % 4 != 0 || length > UploadLimit.Json || text.ContainsAny(WhiteSpace))
            return new Base64Content(null, length);

        var bytes = new byte[length];
        var status = Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        return new Base64Content(status == OperationStatus.Done && written == length ? bytes : null, length);
    }
}
