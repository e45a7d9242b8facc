using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Policies;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// Asks the caller's role and the bucket's policy before each operation, as
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html has it within one account: what one of them denies is denied, and
/// one that allows suffices.
/// </summary>
internal sealed class Authorization(BucketPolicies policies)
{
    private const string NotSigned =
        "Access Denied: the request is not signed. Sign it with the access key test and the secret test, or use a presigned URL.";

    /// <summary>What the owner of a bucket may always do, even if its policy denies it, so that no owner is locked out: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html.</summary>
    private static readonly string[] OwnerActions = ["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];

    /// <summary>The actions whose names are not those of their operations: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.</summary>
    private static readonly Dictionary<string, string> Actions = new()
    {
        ["PutBucketCors"] = "s3:PutBucketCORS",
        ["GetBucketCors"] = "s3:GetBucketCORS",
        ["DeleteBucketCors"] = "s3:PutBucketCORS",
        ["PutBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["GetBucketEncryption"] = "s3:GetEncryptionConfiguration",
        ["DeleteBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["PutBucketLifecycleConfiguration"] = "s3:PutLifecycleConfiguration",
        ["GetBucketLifecycleConfiguration"] = "s3:GetLifecycleConfiguration",
        ["DeleteBucketLifecycle"] = "s3:PutLifecycleConfiguration",
        ["DeleteBucketOwnershipControls"] = "s3:PutBucketOwnershipControls",
        ["DeleteBucketTagging"] = "s3:PutBucketTagging",
        ["PutPublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock",
        ["DeletePublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["GetBucketAccelerateConfiguration"] = "s3:GetAccelerateConfiguration",
        ["GetBucketNotificationConfiguration"] = "s3:GetBucketNotification",
        ["GetBucketReplication"] = "s3:GetReplicationConfiguration",
        ["GetObjectLockConfiguration"] = "s3:GetBucketObjectLockConfiguration",
        ["HeadObject"] = "s3:GetObject",
        ["ListObjects"] = "s3:ListBucket",
        ["ListObjectsV2"] = "s3:ListBucket",
        ["HeadBucket"] = "s3:ListBucket",
        ["ListObjectVersions"] = "s3:ListBucketVersions",
        ["ListBuckets"] = "s3:ListAllMyBuckets",
        ["CopyObject"] = "s3:PutObject",
        ["CreateMultipartUpload"] = "s3:PutObject",
        ["UploadPart"] = "s3:PutObject",
        ["UploadPartCopy"] = "s3:PutObject",
        ["CompleteMultipartUpload"] = "s3:PutObject",
        ["ListParts"] = "s3:ListMultipartUploadParts",
        ["ListMultipartUploads"] = "s3:ListBucketMultipartUploads",
    };

    /// <exception cref="S3Exception">The caller may not.</exception>
    public void Check(S3Request request, string operation)
    {
        // Its keys are in the body: the operation asks for each of them.
        if (operation == "DeleteObjects")
            return;
        var ofVersion = request.Query.ContainsKey(VersionId.Parameter);
        Require(request, OfVersion(Actions.GetValueOrDefault(operation, $"s3:{operation}"), ofVersion), request.Bucket, request.Key);
        // To learn whether an ETag matches is to read the object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
        if (operation == "DeleteObject" && request.Header("If-Match") is not (null or "*"))
            Require(request, "s3:GetObject", request.Bucket, request.Key);
        if (CopySource.Of(request) is { } source)
            Require(request, OfVersion("s3:GetObject", source.Version is not null), source.Bucket, source.Key);
    }

    /// <summary>Refuses a request that is not signed, unless the policy of its bucket may allow it.</summary>
    /// <exception cref="S3Exception">It may not.</exception>
    public void CheckIsOpen(S3Request request)
    {
        if (!policies.IsOpen(request.Bucket))
            throw S3Errors.AccessDenied(NotSigned);
    }

    /// <summary>Asks for one of the objects that a request is about.</summary>
    /// <exception cref="S3Exception">The caller may not.</exception>
    public void Check(S3Request request, string action, string key) => Require(request, action, request.Bucket, key);

    /// <summary>Only a caller that may list a bucket learns that a key does not exist; to others S3 gives the same answer for every key.</summary>
    public void CheckMayKnowOfMissingKey(S3Request request) =>
        Require(request, "s3:ListBucket", CopySource.Of(request)?.Bucket ?? request.Bucket, key: "");

    /// <summary>The permission to do the same with a version that is named.</summary>
    private static string OfVersion(string action, bool isNamed) => !isNamed ? action : action == "s3:GetObjectTagging" ? "s3:GetObjectVersionTagging" : $"{action}Version";

    private void Require(S3Request request, string action, string bucket, string key)
    {
        var (role, resource, context) = (request.AccessKey?.Role, ArnOf(bucket, key), ContextOf(request, action));
        var caller = request.IsAnonymous ? null : role?.Arn ?? Arn.Developer;
        var verdict = policies.Of(bucket)?.Of(caller, action, resource, context) ?? PolicyVerdict.Silent;
        if (verdict == PolicyVerdict.Deny && (role is not null || caller is null || !OwnerActions.Contains(action)))
            throw S3Errors.AccessDenied($"{caller ?? "A request that is not signed"} is not authorized to perform: {action} on resource: \"{resource}\" with an explicit deny in a resource-based policy");
        if (caller is null && !(verdict == PolicyVerdict.Allow && policies.IsOpen(bucket)))
            throw S3Errors.AccessDenied(NotSigned);
        if (role is not null && !role.MayCall(action, resource, context) && (verdict != PolicyVerdict.Allow || role.Denies(action, resource, context)))
            throw S3Errors.AccessDenied($"{role.Name} is not authorized to perform: {action} on resource: \"{resource}\" because no identity-based policy allows the {action} action");
    }

    /// <summary>A prefix is known of a listing alone, not of a read that needs the same permission: https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html.</summary>
    private static Dictionary<string, string> ContextOf(S3Request request, string action) =>
        action == "s3:ListBucket" && request.Key.Length == 0 && request.Context.Request.Query.TryGetValue("prefix", out var prefix)
            ? new() { [PolicyCondition.S3Prefix] = prefix.ToString() }
            : [];

    private static string ArnOf(string bucket, string key) => bucket.Length == 0 ? "*" : key.Length == 0 ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}";
}
