using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>The image in base64 among the other fields of a JSON object.</summary>
internal static class JsonForm
{
    public static Upload Read(Request request)
    {
        request.AllowOnly();
        var body = JsonBody.Read(request.Body.Span, ServiceJson.Default.JsonUpload);
        CheckRequired(body);
        UploadLimit.Check(body.Content!.Length, UploadLimit.Json);
        if (body.Content.Bytes is not { } bytes)
        {
            throw new ProblemException(Problems.InvalidBase64, "The content is not base64 with padding and without white space (RFC 4648, section 4).")
            {
                Errors = [new FieldError("content", "is not base64")],
            };
        }

        return new Upload(bytes, body.FileName, body.ContentType, body.Owner, body.Metadata);
    }

    private static void CheckRequired(JsonUpload body)
    {
        var errors = new FieldErrors();
        if (body.FileName is null)
            errors.Add("fileName", "is missing");
        if (body.Content is null)
            errors.Add("content", "is missing");
        errors.ThrowIfAny(Problems.InvalidField);
    }
}
