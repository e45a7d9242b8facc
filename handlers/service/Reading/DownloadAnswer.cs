using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Reading;

/// <summary>The answer that carries bytes of an image.</summary>
internal static class DownloadAnswer
{
    /// <summary>The bytes of an id never change, but an image can be deleted: a browser may keep them, and asks each time.</summary>
    public const string CacheControl = "private, no-cache";

    /// <summary>200 with all bytes, or 206 with a range of them.</summary>
    /// <param name="image">The image.</param>
    /// <param name="range">The range; null for all.</param>
    /// <param name="bytes">The bytes; none for HEAD.</param>
    public static Response Of(Image image, RequestedRange? range, ReadOnlyMemory<byte> bytes)
    {
        var response = Bytes(range is null ? 200 : 206, image.ContentType, image.Disposition, image.BytesETag, bytes);
        response.Headers["Cache-Control"] = CacheControl;
        response.Headers["Accept-Ranges"] = "bytes";
        if (range is { } part)
            response.Headers["Content-Range"] = $"bytes {part.First}-{part.Last}/{image.Size}";
        return response;
    }

    /// <summary>Bytes of a picture, with what keeps them one, whatever a browser makes of them.</summary>
    /// <param name="status">The status.</param>
    /// <param name="contentType">Their type.</param>
    /// <param name="disposition">Their Content-Disposition.</param>
    /// <param name="etag">Their strong ETag.</param>
    /// <param name="bytes">The bytes; none for HEAD.</param>
    public static Response Bytes(int status, string contentType, string disposition, string etag, ReadOnlyMemory<byte> bytes) => new(status)
    {
        Headers =
        {
            ["Content-Type"] = contentType,
            ["Content-Disposition"] = disposition,
            ["ETag"] = etag,
            // An upload must never act as a page of this origin, whatever a browser makes of its bytes. Browsers show it with a style of their own.
            ["X-Content-Type-Options"] = "nosniff",
            ["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            // Pages with Cross-Origin-Embedder-Policy: require-corp may show it in an <img>.
            ["Cross-Origin-Resource-Policy"] = "cross-origin",
        },
        Body = bytes,
    };
}
