using System.Text;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Uploading;

/// <summary>A form as browsers send it (RFC 7578): one file part, and text parts <c>owner</c> and <c>metadata</c> (JSON).</summary>
internal static class MultipartForm
{
    public static Upload Read(Request request)
    {
        request.AllowOnly();
        var boundary = MediaTypeHeaderValue.Parse(request.Header("Content-Type")).Boundary;
        var errors = new FieldErrors();
        MultipartPart? file = null;
        string? owner = null;
        ImageMetadata? metadata = null;
        var names = new HashSet<string>();
        foreach (var part in MultipartParts.Read(request.Body, HeaderUtilities.RemoveQuotes(boundary).Value))
        {
            if (!names.Add(part.IsFile ? "file" : part.Name))
                errors.Add(part.Name, "is repeated");
            else if (part.IsFile)
                file = part;
            else if (part.Name == "owner")
                owner = Encoding.UTF8.GetString(part.Content.Span); // What is no UTF-8 becomes U+FFFD, which no owner has.
            else if (part.Name == "metadata")
                metadata = JsonBody.Read(part.Content.Span, ServiceJson.Default.ImageMetadata, "metadata");
            else
                errors.Add(part.Name, "is unknown: there is one file, owner and metadata");
        }

        if (file is null)
            errors.Add("file", "is missing: one part holds the image");
        errors.ThrowIfAny(Problems.InvalidField);
        UploadLimit.Check(file!.Content.Length, UploadLimit.Binary);
        return new Upload(file.Content, file.FileName, file.ContentType, owner, metadata);
    }
}
