using Microsoft.Data.Sqlite;

namespace EmbeddedAws.S3.Settings;

/// <summary>
/// What S3 sets for every new bucket since April 2023: nothing of it is public, and ACLs are off
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html).
/// </summary>
internal static class BucketDefaults
{
    private const string NothingPublic =
        "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
        + "<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>";

    public static void Put(SqliteConnection connection, string bucket, NewBucket asked)
    {
        BucketSettings.Put(connection, bucket, BucketSetting.PublicAccessBlock, NothingPublic);
        BucketSettings.Put(connection, bucket, BucketSetting.OwnershipControls, OwnershipControls(asked.ObjectOwnership));
        if (asked.Tagging is not null)
            BucketSettings.Put(connection, bucket, BucketSetting.Tagging, asked.Tagging);
    }

    private static string OwnershipControls(string ownership) =>
        $"<OwnershipControls><Rule><ObjectOwnership>{ownership}</ObjectOwnership></Rule></OwnershipControls>";
}
