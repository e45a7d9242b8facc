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
        ["ListObjects"] = "s3:ListBucket",
        ["ListObjectsV2"] = "s3:ListBucket",
        ["HeadBucket"] = "s3:ListBucket",
        ["ListBuckets"] = "s3:ListAllMyBuckets",
        ["CopyObject"] = "s3:PutObject",
        ["CreateMultipartUpload"] = "s3:PutObject",
        ["UploadPart"] = "s3:PutObject",
        ["UploadPartCopy"] = "s3:PutObject",
        ["CompleteMultipartUpload"] = "s3:PutObject",
        ["ListParts"] = "s3:ListMultipartUploadParts",
        ["ListMultipartUploads"] = "s3:ListBucketMultipartUploads",
    };

    /// <exception cref="S3Exception">The role may not.</exception>
    public void Check(S3Request request, string operation)
    {
        // Its keys are in the body: the operation asks for each of them.
        if (operation == "DeleteObjects")
            return;
        var action = Actions.GetValueOrDefault(operation, $"s3:{operation}");
        Require(request, action, request.Key.Length > 0 ? ObjectArn(request.Bucket, request.Key) : BucketArn(request.Bucket));
        // Who learns whether an ETag is the right one reads: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
        if (operation == "DeleteObject" && request.Header("If-Match") is not (null or "*"))
            Require(request, "s3:GetObject", ObjectArn(request.Bucket, request.Key));
        if (CopySource.Of(request) is { } source)
            Require(request, "s3:GetObject", ObjectArn(source.Bucket, source.Key));
    }

    /// <summary>Asks for one of the objects that a request is about.</summary>
    /// <exception cref="S3Exception">The role may not.</exception>
    public void Check(S3Request request, string action, string key) => Require(request, action, ObjectArn(request.Bucket, key));

    /// <summary>Only a caller that may list a bucket is told that a key is not there; to others S3 says what it says of every key.</summary>
    public void CheckMayKnowOfMissingKey(S3Request request) =>
        Require(request, "s3:ListBucket", BucketArn(CopySource.Of(request)?.Bucket ?? request.Bucket));

    private void Require(S3Request request, string action, string resource)
    {
        if (iam.RoleOf(request.AccessKeyId) is { } role && !role.MayCall(action, resource, ContextOf(request, action)))
            throw S3Errors.AccessDenied($"{role.Name} is not authorized to perform: {action} on resource: \"{resource}\" because no identity-based policy allows the {action} action");
    }

    /// <summary>A prefix is known of a listing alone, not of a read that needs the same permission: https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html.</summary>
    private static Dictionary<string, string> ContextOf(S3Request request, string action) =>
        action == "s3:ListBucket" && request.Key.Length == 0 && request.Context.Request.Query.TryGetValue("prefix", out var prefix)
            ? new() { [PolicyCondition.S3Prefix] = prefix.ToString() }
            : [];

    private static string BucketArn(string bucket) => bucket.Length > 0 ? $"arn:aws:s3:::{bucket}" : "*";

    private static string ObjectArn(string bucket, string key) => $"arn:aws:s3:::{bucket}/{key}";
}
