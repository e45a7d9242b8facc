using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3.Policies;

/// <summary>
/// What keeps a bucket private whatever its policy says: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html.
/// Its other two settings are about ACLs, which no bucket has here.
/// </summary>
/// <param name="BlockPublicPolicy">Whether a policy that is public cannot be put.</param>
/// <param name="RestrictPublicBuckets">Whether a bucket with a public policy is still closed to callers outside the account.</param>
internal sealed record PublicAccessBlock(bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    public static PublicAccessBlock Of(BucketSettings settings, string bucket)
    {
        if (settings.Find(bucket, BucketSetting.PublicAccessBlock) is not { } text)
            return new PublicAccessBlock(BlockPublicPolicy: false, RestrictPublicBuckets: false);
        var configuration = SettingXml.Parse(text);
        return new PublicAccessBlock(Flag(nameof(BlockPublicPolicy)), Flag(nameof(RestrictPublicBuckets)));

        bool Flag(string name) => configuration.Element(name)?.Value == "true";
    }
}
