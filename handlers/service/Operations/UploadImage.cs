using System.Security.Cryptography;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;
using ImageService.Handlers.Uploading;

namespace ImageService.Handlers.Operations;

/// <summary><c>POST /images</c>: stores an image. The object goes first, so that what is listed can always be downloaded.</summary>
internal sealed class UploadImage(ImageBucket bucket, ImageTable table, TimeProvider time)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var upload = UploadForm.Read(request);
        CheckFields(upload);
        var (format, size) = ImageInspection.Inspect(upload.Bytes.Span, upload.DeclaredType);

        var id = ImageId.New(time.GetUtcNow());
        request.Notes.ImageId = id.ToString();
        var sha256 = SHA256.HashData(upload.Bytes.Span);
        var fileName = upload.FileName ?? $"{id}.{format.Extension}";
        var image = Image.New(id, fileName, format, size, upload.Bytes.Length, Convert.ToHexStringLower(sha256), upload.Owner, upload.Metadata);
        await bucket.PutAsync(id, upload.Bytes, image.ContentType, sha256, cancellation);
        await table.PutAsync(image, cancellation);
        return ImageAnswer.Created(image, request);
    }

    private static void CheckFields(Upload upload)
    {
        var errors = new FieldErrors();
        ImageFields.Check(upload.FileName, upload.Owner, upload.Metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField);
    }
}
