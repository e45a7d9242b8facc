using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html. No bucket has one here.</summary>
internal sealed class GetObjectLockConfiguration(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["object-lock"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        throw S3Errors.NoSuchSetting("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket", request.Bucket);
    }
}
