using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>The three forms of an upload, distinguished by the Content-Type.</summary>
internal static class UploadForm
{
    /// <summary>Reads the upload in a request. A body of any other type, or of none, is the image itself: clients often declare a wrong type.</summary>
    /// <exception cref="ProblemException">400 or 413 for what is wrong in the form.</exception>
    public static Upload Read(Request request) => MediaTypes.NameOf(request.Header("Content-Type")) switch
    {
        "application/json" => JsonForm.Read(request),
        "multipart/form-data" => MultipartForm.Read(request),
        var type => RawForm.Read(request, type),
    };
}
