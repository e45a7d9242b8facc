using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.LargeUploads;

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
            throw new ProblemException(Problems.UnsupportedContentType, "Describe the upload as application/json. The bytes follow in another request.");

        string? fileName = null, contentType = null, sha256 = null, owner = null;
        long? size = null;
        ImageMetadata? metadata = null;
        var errors = new FieldErrors();
        RequestJson.Read(request.Body.Span, errors, name => name switch
        {
            "fileName" => (ref reader, path, errors) => fileName = JsonValues.Text(ref reader, path, errors),
            "contentType" => (ref reader, path, errors) => contentType = JsonValues.Text(ref reader, path, errors),
            "size" => (ref reader, path, errors) => size = JsonValues.WholeNumber(ref reader, path, errors),
            "sha256" => (ref reader, path, errors) => sha256 = JsonValues.Text(ref reader, path, errors),
            "owner" => (ref reader, path, errors) => owner = JsonValues.Text(ref reader, path, errors),
            "metadata" => (ref reader, path, errors) => metadata = MetadataReader.Read(ref reader, path, errors),
            _ => null,
        });
        errors.Require("fileName", fileName);
        errors.Require("size", size);
        errors.Require("sha256", sha256);
        CheckBytes(size, sha256, errors);
        ImageRules.Check(fileName, owner, metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField, "fileName", "contentType", "size", "sha256", "owner", "metadata");

        LargeUploadLimit.Check(size!.Value);
        return new PendingUpload(id, fileName!, TypeOf(contentType), size.Value, sha256!.ToLowerInvariant(), owner, metadata);
    }

    private static void CheckBytes(long? size, string? sha256, FieldErrors errors)
    {
        if (size < 1)
            errors.Add("size", "must be 1 or more");
        if (sha256 is not null && (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigit)))
            errors.Add("sha256", $"must be a SHA-256 in {Sha256Digits} hexadecimal digits");
    }

    /// <summary>
    /// The Content-Type of the bytes at S3: the declared type where it is one that the service takes. A browser's word for anything else, or none, may not
    /// even be a media type, and so could not be a header; the type of the bytes is determined when they are there.
    /// </summary>
    private static string TypeOf(string? declared) =>
        ImageFormats.All.FirstOrDefault(format => format.IsNamed(MediaTypes.NameOf(declared) ?? ""))?.ContentType ?? "application/octet-stream";
}
