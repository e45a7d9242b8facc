using ImageService.Handlers.Http;
using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Uploading;

/// <summary>The body is the image; the rest stands in the query and the headers.</summary>
internal static class RawForm
{
    public static Upload Read(Request request, string contentType)
    {
        request.AllowOnly("fileName", "owner");
        UploadLimit.Check(request.Body.Length, UploadLimit.Binary);
        var fileName = request.Parameter("fileName") ?? DispositionFileName(request.Header("Content-Disposition"));
        return new Upload(request.Body, fileName, contentType, request.Parameter("owner"), Metadata: null);
    }

    /// <summary>The file name in a Content-Disposition (RFC 6266): <c>filename*</c> before <c>filename</c>.</summary>
    public static string? DispositionFileName(string? header)
    {
        if (!ContentDispositionHeaderValue.TryParse(header, out var disposition))
            return null;
        try
        {
            return disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.UnescapeAsQuotedString(disposition.FileName).Value;
        }
        catch (NotSupportedException)
        {
            // The charset is UTF-7, which .NET refuses; a name in a charset that nobody knows is none either.
            return null;
        }
    }
}
