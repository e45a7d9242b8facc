using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Settings;

/// <summary>A setting of a bucket: the parameter that asks for it, and what S3 says where it is not set.</summary>
/// <param name="Parameter">The parameter: <c>versioning</c>.</param>
/// <param name="MissingCode">S3's code where it is not set.</param>
/// <param name="MissingMessage">S3's text where it is not set.</param>
internal sealed record BucketSetting(string Parameter, string MissingCode, string MissingMessage)
{
    public static readonly BucketSetting Encryption =
        new("encryption", "ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found");

    public static readonly BucketSetting Lifecycle = new("lifecycle", "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");

    public static readonly BucketSetting OwnershipControls =
        new("ownershipControls", "OwnershipControlsNotFoundError", "The bucket ownership controls were not found");

    public static readonly BucketSetting Policy = new("policy", "NoSuchBucketPolicy", "The bucket policy does not exist");

    public static readonly BucketSetting PublicAccessBlock =
        new("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");

    public static readonly BucketSetting Tagging = new("tagging", "NoSuchTagSet", "The TagSet does not exist");

    public static readonly BucketSetting Versioning = new("versioning", "NoSuchVersioningConfiguration", "The versioning configuration was not found");

    public S3Exception Missing(string bucket) => S3Errors.NoSuchSetting(MissingCode, MissingMessage, bucket);
}
