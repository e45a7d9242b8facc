namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Decodes the body of a request before the function sees it; the function does not see <c>Content-Encoding</c> either. API Gateway takes
/// gzip, deflate and identity (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html).
/// </summary>
/// <param name="Bytes">The decoded body.</param>
/// <param name="Refused">Why there is none.</param>
internal sealed record ContentCoding(ReadOnlyMemory<byte> Bytes, GatewayResponseType? Refused = null)
{
    /// <summary>No client applies more. Each costs a pass over the body.</summary>
    private const int Most = 4;

    /// <summary>Decodes a body, up to the gateway's limit.</summary>
    public static ContentCoding Decode(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var codings = Of(request);
        request.Headers.Remove("Content-Encoding");
        if (codings.Exists(coding => coding is not ("gzip" or "x-gzip" or "deflate")))
            return new ContentCoding(default, GatewayResponseType.UnsupportedMediaType);
        if (codings.Count > Most)
            return new ContentCoding(default, GatewayResponseType.BadRequestBody);
        try
        {
            // The last one was applied last (RFC 9110, section 8.4).
            foreach (var coding in Enumerable.Reverse(codings).Where(_ => !body.IsEmpty))
            {
                if (Decompression.Decode(body, isGzip: coding != "deflate", ApiGatewayService.LargestBody) is not { } decoded)
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

    private static List<string> Of(HttpRequest request) =>
        [.. request.Headers.GetCommaSeparatedValues("Content-Encoding").Select(coding => coding.ToLowerInvariant()).Where(coding => coding is not ("identity" or ""))];
}
