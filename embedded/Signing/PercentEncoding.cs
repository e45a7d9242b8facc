using System.Buffers;
using System.Globalization;
using System.Text;

namespace EmbeddedAws.Signing;

/// <summary>Percent-encoding as AWS reads it and as signatures of version 4 have it.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <summary>Decodes a path or a part of a query; null when it has a broken escape or is not UTF-8.</summary>
    public static string? Decode(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            var b = encoded[at];
            if (b == '%')
            {
                if (at + 2 >= encoded.Length || !byte.TryParse(encoded.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, null, out var escaped))
                    return null;
                bytes[length++] = escaped;
                at += 2;
            }
            else
            {
                // S3 reads a plus as a space even in the path; clients send %2B for a plus.
                bytes[length++] = b == '+' ? (byte)' ' : b;
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Encodes all but the unreserved characters of RFC 3986, as the signature wants it:
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html</summary>
    public static string Encode(string text, bool keepSlash = false)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (Unreserved.Contains(b) || (keepSlash && b == '/'))
                encoded.Append((char)b);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return encoded.ToString();
    }
}
