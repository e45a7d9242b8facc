using Amazon.S3;
using ImageService.Handlers.Http;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Reading;

/// <summary>Answers with a presigned URL. Anyone who has the URL can fetch the bytes, so no cache may store it.</summary>
internal static class SignedAnswer
{
    private const string CacheControl = "no-store";

    /// <summary>The method that a redirected client goes on with: a signature is good for one.</summary>
    public static HttpVerb VerbOf(Request request) => request.Method == "HEAD" ? HttpVerb.HEAD : HttpVerb.GET;

    public static Response Redirect(SignedUrl signed) => new(307) { Headers = { ["Location"] = signed.Url, ["Cache-Control"] = CacheControl } };

    /// <summary>200 with the URL in JSON.</summary>
    public static Response Link(SignedUrl signed)
    {
        var response = Response.Json(200, new DownloadLink(signed.Url, signed.ExpiresAt), LinkJson.Default.DownloadLink);
        response.Headers["Cache-Control"] = CacheControl;
        return response;
    }
}
