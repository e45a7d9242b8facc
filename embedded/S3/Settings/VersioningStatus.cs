namespace EmbeddedAws.S3.Settings;

/// <summary>Whether a bucket keeps versions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html</summary>
internal enum VersioningStatus
{
    /// <summary>It never did.</summary>
    Unversioned,

    /// <summary>It keeps each version.</summary>
    Enabled,

    /// <summary>It keeps those that it has, and one that is new at a time.</summary>
    Suspended,
}

/// <summary>Reads the status of a bucket.</summary>
internal static class Versioning
{
    /// <summary>Whether a bucket has or had versions.</summary>
    public static bool IsVersioned(this BucketSettings settings, string bucket) => settings.Find(bucket, BucketSetting.Versioning) is not null;

    /// <param name="configuration">The configuration as it is stored; null if none was put.</param>
    public static VersioningStatus StatusIn(string? configuration) =>
        configuration is null ? VersioningStatus.Unversioned : Enum.Parse<VersioningStatus>(SettingXml.Parse(configuration).Element("Status")!.Value);
}
