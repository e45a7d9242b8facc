using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary><c>GET /images/{id}</c>: the metadata of an image, or its bytes with <c>?download=true</c>. API Gateway cannot tell the two apart.</summary>
internal sealed class GetImage(ImageTable table, DownloadImage download)
{
    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        request.AllowOnly("download");
        switch (request.Parameter("download"))
        {
            case "true":
                return await download.HandleAsync(id, request, cancellation);
            case null or "false":
                break;
            default:
                throw new ProblemException(Problems.InvalidParameter, "The parameter download is true or false.")
                {
                    Errors = [new FieldError("download", "is neither true nor false")],
                };
        }

        var image = await table.GetAsync(id, cancellation);
        var response = Response.Json(200, image, ServiceJson.Default.Image);
        response.Headers["ETag"] = image.MetadataETag;
        return response;
    }
}
