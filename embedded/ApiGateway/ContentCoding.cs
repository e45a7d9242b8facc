using System.IO.Compression;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Decodes the body of a request before the function sees it; the function does not see <c>Content-Encoding</c> either. API Gateway takes
/// gzip, deflate and identity (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html).
/// </summary>
/// <param name="Bytes">The decoded body.</param>
/// <param name="Refused">Why there is none.</param>
internal sealed record ContentCoding(ReadOnlyMemory<byte> Bytes, GatewayResponseType? Refused = null)
{
    /// <summary>Decodes a body, up to the gateway's limit.</summary>
    public static ContentCoding Decode(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var codings = request.Headers.GetCommaSeparatedValues("Content-Encoding");
        request.Headers.Remove("Content-Encoding");
        try
        {
            // The last one was applied last (RFC 9110, section 8.4).
            for (var i = codings.Length - 1; i >= 0; i--)
            {
                if (Decoder(codings[i]) is not { } decode)
                    return new ContentCoding(default, GatewayResponseType.UnsupportedMediaType);
                if (Decode(body, decode) is not { } decoded)
                    return new ContentCoding(default, GatewayResponseType.RequestTooLarge);
                body = decoded;
            }

            return new ContentCoding(body);
        }
        catch (InvalidDataException)
        {
            return new ContentCoding(default, GatewayResponseType.BadRequestBody);
        }
    }

    private static Func<Stream, Stream>? Decoder(string coding) => coding.ToLowerInvariant() switch
    {
        "identity" => stream => stream,
        "gzip" or "x-gzip" => stream => new GZipStream(stream, CompressionMode.Decompress),
        // It is zlib's format (RFC 9110, section 8.4.1.2).
        "deflate" => stream => new ZLibStream(stream, CompressionMode.Decompress),
        _ => null,
    };

    private static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body, Func<Stream, Stream> decode)
    {
        using var encoded = new MemoryStream(body.ToArray(), writable: false);
        using var decoder = decode(encoded);
        using var decoded = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = decoder.Read(buffer)) > 0)
        {
            if (decoded.Length + read > RequestBody.Limit)
                return null;
            decoded.Write(buffer, 0, read);
        }

        return decoded.GetBuffer().AsMemory(0, (int)decoded.Length);
    }
}
