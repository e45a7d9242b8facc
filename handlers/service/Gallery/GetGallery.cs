using ImageService.Handlers.Http;

namespace ImageService.Handlers.Gallery;

/// <summary><c>GET /</c>: the page on which people upload, look at and delete images.</summary>
/// <param name="storage">The origin at which URLs of S3 are signed.</param>
internal sealed class GetGallery(Func<string> storage)
{
    /// <summary>A deployment takes effect at once: the browser asks each time, and mostly gets a 304.</summary>
    private const string CacheControl = "no-cache";

    // The other functions make no page.
    private readonly Lazy<GalleryPage> _page = new(() => GalleryPage.Read(storage()));

    public Response Handle(Request request)
    {
        var page = _page.Value;
        if (request.IsKnownToClient(page.ETag))
            return EntityTags.NotModified(page.ETag, CacheControl);
        return new Response(200)
        {
            Headers =
            {
                ["Content-Type"] = "text/html; charset=utf-8",
                ["ETag"] = page.ETag,
                ["Cache-Control"] = CacheControl,
                ["Content-Security-Policy"] = page.Policy,
                ["X-Content-Type-Options"] = "nosniff",
                ["Referrer-Policy"] = "no-referrer",
            },
            Body = page.Html,
        };
    }
}
