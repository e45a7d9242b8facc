using ImageService.Handlers.Failures;
using ImageService.Handlers.Formats;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.LargeUploads;

/// <summary><c>POST /uploads/{id}/complete</c>: makes an image of an upload whose bytes are in S3. Repeated, it answers the same image.</summary>
internal sealed class CompleteUpload(ImageBucket bucket, ImageTable images, UploadTable uploads, TimeProvider time)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);

        var upload = (id.IsTooOld(time.GetUtcNow()) ? null : await uploads.GetAsync(id, cancellation))
            ?? throw new ProblemException(Problems.UploadNotFound, $"There is no upload {id}, or it is older than {ImageId.Usable.TotalHours} hours. If it was completed, GET /images/{id} shows its image.");
        if (upload.IsCompleted)
            return ImageAnswer.Ok(await images.GetAsync(id, cancellation));

        var image = await InspectAsync(upload, cancellation);
        return await uploads.CompleteAsync(image, cancellation) is { } completed ? ImageAnswer.Ok(completed) : ImageAnswer.Created(image, request);
    }

    /// <summary>
    /// Reads what the object is. That its bytes have the declared SHA-256 is S3's promise: the URL carries the checksum among its signed
    /// headers, and S3 refuses bytes that have another.
    /// </summary>
    private async Task<Image> InspectAsync(PendingUpload upload, CancellationToken cancellation)
    {
        var head = await ReadAsync(upload, 0, ImageFormat.LongestHead, cancellation);
        if (head.ObjectSize != upload.Size)
        {
            throw new ProblemException(
                Problems.CorruptImage, $"There are {head.ObjectSize} bytes, not the {upload.Size} that were declared. Start again with another upload.");
        }

        if (head.Headers.Count > 0)
        {
            throw new ProblemException(
                Problems.CorruptImage, $"The bytes were sent with {string.Join(" and ", head.Headers)}. Start again with another upload, and send its headers alone.");
        }

        var format = ImageInspection.Recognize(head.Bytes);
        var reading = format.ReadSize(head.Bytes, upload.Size);
        if (reading.MoreAt is { } offset)
        {
            var part = await ReadAsync(upload, offset, ImageFormat.LongestPart, cancellation);
            reading = format.ReadSize(head.Bytes, upload.Size, offset, part.Bytes);
        }

        var header = ImageInspection.HeaderOf(format, reading);
        return Image.New(upload.Id, upload.FileName, format, header, upload.Size, upload.Sha256, upload.Owner, upload.Metadata);
    }

    private async Task<ObjectPart> ReadAsync(PendingUpload upload, long offset, int length, CancellationToken cancellation) =>
        await bucket.GetPartAsync(upload.Id, offset, length, cancellation)
        ?? throw new ProblemException(Problems.UploadIncomplete, $"The bytes of upload {upload.Id} are not there yet. Send them to its URL first.");
}
