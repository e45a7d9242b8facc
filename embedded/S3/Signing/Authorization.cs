using EmbeddedAws.Iam;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// Asks the caller's role before each operation:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
/// </summary>
internal sealed class Authorization(IamService iam)
{
    private static readonly Dictionary<string, string> Actions = new()
    {
        ["PutBucketCors"] = "s3:PutBucketCORS",
        ["GetBucketCors"] = "s3:GetBucketCORS",
        ["DeleteBucketCors"] = "s3:PutBucketCORS",
        ["HeadObject"] = "s3:GetObject",
        ["ListObjectsV2"] = "s3:ListBucket",
        ["HeadBucket"] = "s3:ListBucket",
        ["ListBuckets"] = "s3:ListAllMyBuckets",
    };

    /// <exception cref="S3Exception">The role may not.</exception>
    public void Check(S3Request request, string operation)
    {
        var action = Actions.GetValueOrDefault(operation, $"s3:{operation}");
        Require(request, action, request.Key.Length > 0 ? $"{BucketArn(request)}/{request.Key}" : BucketArn(request));
    }

    /// <summary>Only who may list a bucket is told that a key is not there; to others S3 says what it says of every key.</summary>
    public void CheckMayKnowOfMissingKey(S3Request request) => Require(request, "s3:ListBucket", BucketArn(request));

    private void Require(S3Request request, string action, string resource)
    {
        if (iam.CallerOf(request.Context.Request) is { } role && !role.MayCall(action, resource))
            throw S3Errors.AccessDenied($"{role.Name} is not authorized to perform: {action} on resource: \"{resource}\" because no identity-based policy allows the {action} action");
    }

    private static string BucketArn(S3Request request) => request.Bucket.Length > 0 ? $"arn:aws:s3:::{request.Bucket}" : "*";
}
