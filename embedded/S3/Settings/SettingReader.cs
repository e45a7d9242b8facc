using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Settings;

/// <summary>What the operations that give a setting back do alike.</summary>
internal sealed class SettingReader(BucketSettings settings, Buckets buckets)
{
    /// <summary>The text of a setting, as it was put.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or it is not set.</exception>
    public string Text(string bucket, BucketSetting setting) => Find(bucket, setting) ?? throw setting.Missing(bucket);

    /// <summary>The text of a setting, parsed as XML.</summary>
    /// <exception cref="S3Exception">There is no such bucket, or it is not set.</exception>
    public XElement Xml(string bucket, BucketSetting setting) => SettingXml.Parse(Text(bucket, setting));

    /// <summary>The text of a setting, or null where it is not set.</summary>
    /// <exception cref="S3Exception">There is no such bucket.</exception>
    public string? Find(string bucket, BucketSetting setting)
    {
        buckets.Require(bucket);
        return settings.Find(bucket, setting);
    }
}
