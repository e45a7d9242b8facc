using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Operations;

namespace EmbeddedAws.S3.Settings;

/// <summary>The operations on the settings of buckets.</summary>
internal static class SettingOperations
{
    public static IEnumerable<IOperation> All(BucketSettings settings, Buckets buckets)
    {
        var reader = new SettingReader(settings, buckets);
        return
        [
            new PutBucketEncryption(settings),
            new GetBucketEncryption(reader),
            new DeleteBucketEncryption(settings),
            new PutBucketLifecycleConfiguration(settings),
            new GetBucketLifecycleConfiguration(reader),
            new DeleteBucketLifecycle(settings),
            new PutBucketOwnershipControls(settings),
            new GetBucketOwnershipControls(reader),
            new DeleteBucketOwnershipControls(settings),
            new PutBucketPolicy(settings),
            new GetBucketPolicy(reader),
            new GetBucketPolicyStatus(reader),
            new DeleteBucketPolicy(settings),
            new PutBucketTagging(settings),
            new GetBucketTagging(reader),
            new DeleteBucketTagging(settings),
            new PutBucketVersioning(settings),
            new GetBucketVersioning(reader),
            new PutPublicAccessBlock(settings),
            new GetPublicAccessBlock(reader),
            new DeletePublicAccessBlock(settings),
            new GetBucketAbac(buckets),
            new GetBucketAccelerateConfiguration(buckets),
            new GetBucketAcl(buckets),
            new GetBucketLogging(buckets),
            new GetBucketNotificationConfiguration(buckets),
            new GetBucketReplication(buckets),
            new GetBucketRequestPayment(buckets),
            new GetBucketWebsite(buckets),
            new GetObjectLockConfiguration(buckets),
        ];
    }
}
