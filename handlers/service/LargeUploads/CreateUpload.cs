using System.Globalization;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.LargeUploads;

/// <summary><c>POST /uploads</c>: answers a URL for the bytes of a large image, past the limits of API Gateway and Lambda.</summary>
internal sealed class CreateUpload(UploadTable uploads, Presigner presigner, TimeProvider time)
{
    /// <summary>How long DynamoDB keeps the item: longer than an upload can be completed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var upload = DeclarationForm.Read(request, ImageId.New(now));
        request.Notes.ImageId = upload.Id.ToString();
        await uploads.PutAsync(upload, now + Lifetime, cancellation);

        var headers = SignedHeaders(upload);
        var url = await presigner.WriteAsync(upload.Id, headers);
        var created = new CreatedUpload(upload.Id.ToString(), new UploadTarget("PUT", url.Url, headers, url.ExpiresAt));
        var response = Response.Json(201, created, UploadJson.Default.CreatedUpload);
        // Any client that has the URL may write.
        response.Headers["Cache-Control"] = "no-store";
        return response;
    }

    /// <summary>With these S3 takes the declared bytes and no others, and never in place of an object.</summary>
    private static Dictionary<string, string> SignedHeaders(PendingUpload upload) => new()
    {
        ["Content-Type"] = upload.ContentType,
        ["Content-Length"] = upload.Size.ToString(CultureInfo.InvariantCulture),
        ["x-amz-checksum-sha256"] = Convert.ToBase64String(Convert.FromHexString(upload.Sha256)),
        ["If-None-Match"] = "*",
    };
}
