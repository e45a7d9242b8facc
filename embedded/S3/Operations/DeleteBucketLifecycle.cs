using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html</summary>
internal sealed class DeleteBucketLifecycle(BucketSettings settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.Lifecycle.Parameter], []);

    public async Task HandleAsync(S3Request request)
    {
        await settings.DeleteAsync(request.Bucket, BucketSetting.Lifecycle);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
