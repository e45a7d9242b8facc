using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>The three forms of an upload, told apart by the Content-Type.</summary>
internal static class UploadForm
{
    /// <summary>The type of bytes that nobody says anything about.</summary>
    public const string OctetStream = "application/octet-stream";

    /// <summary>Reads the upload in a request.</summary>
    /// <exception cref="ProblemException">415 for any other Content-Type; 400 or 413 for what is wrong in the form.</exception>
    public static Upload Read(Request request)
    {
        var type = MediaTypes.NameOf(request.Header("Content-Type"));
        return type switch
        {
            "application/json" => JsonForm.Read(request),
            "multipart/form-data" => MultipartForm.Read(request),
            OctetStream => RawForm.Read(request, OctetStream),
            not null when type.StartsWith("image/", StringComparison.Ordinal) => RawForm.Read(request, type),
            _ => throw new ProblemException(
                Problems.UnsupportedContentType,
                "An image is sent as image/*, application/octet-stream, application/json or multipart/form-data."),
        };
    }
}
