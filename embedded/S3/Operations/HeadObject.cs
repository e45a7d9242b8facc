using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html</summary>
internal sealed class HeadObject(ObjectStore objects) : IOperation
{
    public Accepted Accepted => ObjectAnswer.Accepted;

    public Task HandleAsync(S3Request request)
    {
        ObjectAnswer.Begin(request, objects.Get(request.Bucket, request.Key, VersionId.Of(request)));
        return Task.CompletedTask;
    }
}
