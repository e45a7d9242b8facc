using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>The body is the image; what is said of it is in the query and the headers.</summary>
internal static class RawForm
{
    /// <summary>Reads file name and owner, and checks the size. A name in the query comes before one in Content-Disposition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contentType">The type that the client claims, or null.</param>
    public static Upload Read(Request request, string? contentType)
    {
        var errors = new FieldErrors();
        var fileName = Parameter(request, "fileName", errors) ?? ContentDisposition.OfRequest(request.Header("Content-Disposition")).FileName;
        var owner = Parameter(request, "owner", errors);
        ImageRules.Check(fileName, owner, metadata: null, errors);
        errors.ThrowIfAny(Problems.InvalidField, "fileName", "owner");

        UploadLimit.Check(request.Body.Length, UploadLimit.Binary);
        return new Upload(request.Body, fileName, contentType, owner, Metadata: null);
    }

    /// <summary>The value of a parameter; an empty one is absent, as a form sends a field that was not filled in.</summary>
    private static string? Parameter(Request request, string name, FieldErrors errors)
    {
        if (!request.Query.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            errors.Add(name, "is repeated", Problems.InvalidParameter);
        return values is [{ Length: > 0 } value, ..] ? value : null;
    }
}
