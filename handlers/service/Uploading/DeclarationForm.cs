using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>The one form of <c>POST /uploads</c>: what a client says of an image whose bytes it is going to send to S3.</summary>
internal static class DeclarationForm
{
    private const int Sha256Digits = 64;

    /// <summary>Reads the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The id that the image will have.</param>
    /// <exception cref="ProblemException">400, 413 or 415.</exception>
    public static PendingUpload Read(Request request, ImageId id)
    {
        if (MediaTypes.NameOf(request.Header("Content-Type")) != "application/json")
            throw new ProblemException(Problems.UnsupportedContentType, "An upload is described as application/json; the bytes follow in another request.");
        request.AllowOnly();
        var body = JsonBody.Read(request.Body.Span, ServiceJson.Default.UploadDeclaration);
        CheckFields(body);
        UploadLimit.CheckDirect(body.Size!.Value);
        var format = ImageFormats.All.FirstOrDefault(format => format.IsNamed(MediaTypes.NameOf(body.ContentType) ?? ""))
            ?? throw new ProblemException(
                Problems.UnsupportedImage,
                $"The contentType is none of {string.Join(", ", ImageFormats.All)}, but {(body.ContentType!.Length > 0 ? body.ContentType : "empty")}.");
        return new PendingUpload(id, body.FileName!, format.ContentType, body.Size.Value, body.Sha256!, body.Owner, body.Metadata);
    }

    private static void CheckFields(UploadDeclaration body)
    {
        var errors = new FieldErrors();
        CheckRequired("fileName", body.FileName, errors);
        CheckRequired("contentType", body.ContentType, errors);
        CheckRequired("size", body.Size, errors);
        CheckRequired("sha256", body.Sha256, errors);
        if (body.Size < 1)
            errors.Add("size", "is less than 1");
        if (body.Sha256 is { } sha256 && (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigitLower)))
            errors.Add("sha256", $"is no SHA-256 in {Sha256Digits} lower-case hexadecimal digits");
        ImageRules.Check(body.FileName, body.Owner, body.Metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField);
    }

    private static void CheckRequired(string field, object? value, FieldErrors errors)
    {
        if (value is null)
            errors.Add(field, "is missing");
    }
}
