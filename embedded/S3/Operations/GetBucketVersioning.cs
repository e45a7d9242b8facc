using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html. Buckets have no versions here, which S3 says by saying nothing;
/// rclone asks before it purges one.
/// </summary>
internal sealed class GetBucketVersioning(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["versioning"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "VersioningConfiguration", XmlAnswer.S3Namespace, _ => { });
    }
}
