using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Uploading;

/// <summary>The three forms of an upload, told apart by the Content-Type.</summary>
internal static class UploadForm
{
    /// <summary>Reads the upload in a request.</summary>
    /// <exception cref="ProblemException">415 for any other Content-Type; 400 or 413 for what is wrong in the form.</exception>
    public static Upload Read(Request request)
    {
        MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type);
        return type switch
        {
            { MediaType.Value: var name } when Is(name, "application/json") => JsonForm.Read(request),
            { MediaType.Value: var name } when Is(name, "multipart/form-data") => MultipartForm.Read(request, type.Boundary),
            { MediaType.Value: var name } when Is(name, OctetStream) || Is(type.Type.Value, "image") => RawForm.Read(request, name!),
            _ => throw new ProblemException(
                Problems.UnsupportedContentType,
                "An image is sent as image/*, application/octet-stream, application/json or multipart/form-data."),
        };
    }

    /// <summary>The type of bytes that nobody says anything about.</summary>
    public const string OctetStream = "application/octet-stream";

    private static bool Is(string? name, string type) => string.Equals(name, type, StringComparison.OrdinalIgnoreCase);
}
