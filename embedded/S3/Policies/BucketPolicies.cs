using System.Runtime.CompilerServices;
using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3.Policies;

/// <summary>The policies of the buckets, read once each.</summary>
internal sealed class BucketPolicies(BucketSettings settings)
{
    /// <summary>By the texts that the settings hold.</summary>
    private readonly ConditionalWeakTable<string, BucketPolicy> _read = [];

    /// <summary>The policy of a bucket, or null where it has none.</summary>
    public BucketPolicy? Of(string bucket) => settings.Find(bucket, BucketSetting.Policy) is { } text ? _read.GetValue(text, policy => PolicyReader.Read(policy, bucket)) : null;

    /// <summary>Whether the policy of a bucket may allow something to those who do not sign.</summary>
    public bool IsOpen(string bucket) => Of(bucket)?.IsPublic == true && !PublicAccessBlock.Of(settings, bucket).RestrictPublicBuckets;
}
