using System.Security.Cryptography;
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
        ImageRules.Check(upload.FileName, upload.Owner, upload.Metadata);
        var (format, size) = ImageInspection.Inspect(upload);

        var id = ImageId.New(time.GetUtcNow());
        request.Notes.ImageId = id.ToString();
        var sha256 = SHA256.HashData(upload.Bytes.Span);
        var image = new Image(
            id.ToString(),
            upload.FileName ?? $"{id}.{format.Extension}",
            format.ContentType,
            upload.Bytes.Length,
            size.Width,
            size.Height,
            Convert.ToHexStringLower(sha256),
            upload.Owner,
            upload.Metadata,
            CreatedAt: id.CreatedAt,
            UpdatedAt: id.CreatedAt,
            Version: 1);
        await bucket.PutAsync(id, upload.Bytes, image.ContentType, sha256, cancellation);
        await table.PutAsync(image, cancellation);

        var response = Response.Of(image, 201);
        // Relative to the request's own path, since no function knows the outer URL: its last segment is where images are.
        response.Headers["Location"] = $"{request.Path[(request.Path.LastIndexOf('/') + 1)..]}/{image.Id}".TrimStart('/');
        return response;
    }
}
