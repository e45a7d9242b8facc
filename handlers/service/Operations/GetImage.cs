using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Operations;

/// <summary>
/// <c>GET /images/{id}</c>: the metadata of an image, its bytes with <c>?download=true</c>, or with <c>?download=url</c> where they
/// are. API Gateway cannot tell the three apart.
/// </summary>
internal sealed class GetImage(ImageTable table, DownloadImage download, GetDownloadUrl getUrl)
{
    public Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var id = ImageId.Of(request);
        request.AllowOnly("download");
        return request.Parameter("download") switch
        {
            null or "false" => DescribeAsync(id, request, cancellation),
            "true" => download.HandleAsync(id, request, cancellation),
            "url" => getUrl.HandleAsync(id, request, cancellation),
            _ => throw new ProblemException(Problems.InvalidParameter, "The parameter download is true, false or url.")
            {
                Errors = [new FieldError("download", "is neither true nor false nor url")],
            },
        };
    }

    private async Task<Response> DescribeAsync(ImageId id, Request request, CancellationToken cancellation)
    {
        var image = await table.GetAsync(id, cancellation);
        return request.IsKnownToClient(image.MetadataETag) ? EntityTags.NotModified(image.MetadataETag) : ImageAnswer.Ok(image);
    }
}
