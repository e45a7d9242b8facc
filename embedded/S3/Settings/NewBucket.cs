namespace EmbeddedAws.S3.Settings;

/// <summary>The settings that a CreateBucket may ask for.</summary>
/// <param name="ObjectOwnership">Who owns the objects: https://docs.aws.amazon.com/AmazonS3/latest/API/API_OwnershipControlsRule.html.</param>
/// <param name="Tagging">The tags as they are stored; null for none.</param>
internal sealed record NewBucket(string ObjectOwnership = NewBucket.BucketOwnerEnforced, string? Tagging = null)
{
    public const string BucketOwnerEnforced = "BucketOwnerEnforced";

    public static readonly IReadOnlyList<string> Ownerships = [BucketOwnerEnforced, "BucketOwnerPreferred", "ObjectWriter"];
}
