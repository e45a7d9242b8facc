using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>The image in base64 among the other fields of a JSON object.</summary>
internal static class JsonForm
{
    public static Upload Read(Request request)
    {
        Base64Content? content = null;
        string? fileName = null, contentType = null, owner = null;
        ImageMetadata? metadata = null;
        var errors = new FieldErrors();
        RequestJson.Read(request.Body.Span, errors, name => name switch
        {
            "fileName" => (ref reader, path, errors) => fileName = JsonValues.Text(ref reader, path, errors),
            "content" => (ref reader, path, errors) => content = Base64Content.Read(ref reader, path, errors),
            "contentType" => (ref reader, path, errors) => contentType = JsonValues.Text(ref reader, path, errors),
            "owner" => (ref reader, path, errors) => owner = JsonValues.Text(ref reader, path, errors),
            "metadata" => (ref reader, path, errors) => metadata = MetadataReader.Read(ref reader, path, errors),
            _ => null,
        });
        errors.Require("fileName", fileName);
        errors.Require("content", content);
        ImageRules.Check(fileName, owner, metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField, "fileName", "content", "contentType", "owner", "metadata");

        UploadLimit.Check(content!.Length, UploadLimit.Json);
        return new Upload(content.Bytes, fileName, contentType, owner, metadata);
    }
}
