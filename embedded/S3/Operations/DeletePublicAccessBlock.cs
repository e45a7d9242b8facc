using EmbeddedAws.S3.Settings;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html</summary>
internal sealed class DeletePublicAccessBlock(BucketSettings settings) : IOperation
{
    public Accepted Accepted { get; } = new([BucketSetting.PublicAccessBlock.Parameter], []);

    public async Task HandleAsync(S3Request request)
    {
        await settings.DeleteAsync(request.Bucket, BucketSetting.PublicAccessBlock);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
