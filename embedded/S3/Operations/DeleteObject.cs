using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html: without a condition it succeeds, whether there was an object or not. With
/// If-Match, even <c>*</c>, a key that is not there is a 404. Where the bucket keeps versions and none is named, a delete marker takes the object's place.
/// </summary>
internal sealed class DeleteObject(ObjectStore objects) : IOperation
{
    public Accepted Accepted { get; } = new([VersionId.Parameter], ["If-Match"]);

    public async Task HandleAsync(S3Request request)
    {
        var change = await objects.DeleteAsync(request.Bucket, request.Key, VersionId.Of(request), WriteCondition.Of(request));
        VersionId.Write(request.Response, change.VersionId);
        if (change.IsMarker)
            request.Response.Headers[VersionId.MarkerHeader] = "true";
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
