using System.Security.Cryptography;
using System.Text;
using ImageService.Handlers.Http;
using ImageService.Handlers.Idempotency;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Uploading;

/// <summary>
/// <c>POST /images</c>: stores an image. The object goes first, so that what is listed can always be downloaded. With an
/// Idempotency-Key its id is that of the first attempt, and the item is written together with the answer.
/// </summary>
internal sealed class UploadImage(ImageBucket bucket, ImageTable table, KeyClaims keys, TimeProvider time)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var key = IdempotencyKey.Of(request);
        var upload = UploadForm.Read(request);
        var (format, header) = ImageInspection.Inspect(upload.Bytes.Span);

        var sha256 = SHA256.HashData(upload.Bytes.Span);
        var now = time.GetUtcNow();
        var id = ImageId.New(now);
        var claim = key is null ? null : new KeyClaim(key, RequestFingerprint.Of(upload, sha256), id, now);
        if (claim is not null)
        {
            var held = await keys.ClaimAsync(claim, cancellation);
            if (held.Answer is not null)
                return Replay(held, request);
            id = held.ImageId;
        }

        request.Notes.ImageId = id.ToString();
        var fileName = upload.FileName ?? $"{id}.{format.Extension}";
        var image = Image.New(id, fileName, format, header, upload.Bytes.Length, Convert.ToHexStringLower(sha256), upload.Owner, upload.Metadata);
        await bucket.PutAsync(id, upload.Bytes, image.ContentType, sha256, cancellation);

        var response = ImageAnswer.Created(image, request);
        if (claim is null)
            await table.PutAsync(image, cancellation);
        else if (await keys.FinishAsync(claim, image, Encoding.UTF8.GetString(response.Body.Span), cancellation) is { } other)
            return Replay(other, request);
        return response;
    }

    private static Response Replay(ClaimedKey key, Request request)
    {
        request.Notes.ImageId = key.ImageId.ToString();
        return ImageAnswer.Replayed(key.ImageId, key.Answer!, request);
    }
}
