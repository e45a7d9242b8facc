using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html: it succeeds, whether there was an object or not.</summary>
internal sealed class DeleteObject(ObjectStore objects) : IOperation
{
    public Accepted Accepted => Accepted.Nothing;

    public async Task HandleAsync(S3Request request)
    {
        await objects.DeleteAsync(request.Bucket, request.Key);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
