using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3;

/// <summary>The tags of buckets, for S3 Control: they are those of PutBucketTagging.</summary>
internal sealed class BucketTags(BucketSettings settings, Buckets buckets)
{
    private const string Arns = "arn:aws:s3:::";

    /// <summary>The tags of a bucket, in their order.</summary>
    /// <exception cref="AwsException">There is no such bucket.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Of(string arn) => Try(() => Read(BucketOf(arn)));

    /// <summary>Replaces the tags of a bucket by what a change makes of them, alone among the changes; without tags the setting is gone.</summary>
    /// <exception cref="AwsException">There is no such bucket, or they are not what S3 takes as tags.</exception>
    public async Task ChangeAsync(string arn, Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> change)
    {
        try
        {
            await settings.ReplaceAsync(BucketOf(arn), BucketSetting.Tagging, text =>
            {
                var tags = change(TagsIn(text));
                TagSet.Check(tags);
                return tags.Count == 0 ? null : TagSet.Text(tags);
            });
        }
        catch (S3Exception refusal)
        {
            throw Refused(refusal);
        }
    }

    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (S3Exception refusal)
        {
            throw Refused(refusal);
        }
    }

    private IReadOnlyList<KeyValuePair<string, string>> Read(string bucket)
    {
        buckets.Require(bucket);
        return TagsIn(settings.Find(bucket, BucketSetting.Tagging));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> TagsIn(string? text) => text is null ? [] : TagSet.Read(SettingXml.Parse(text));

    private static string BucketOf(string arn) => arn.StartsWith(Arns, StringComparison.Ordinal)
        ? arn[Arns.Length..]
        : throw new AwsException(400, "InvalidRequest", $"The embedded S3 Control knows the tags of buckets only, not those of {arn}.");

    private static AwsException Refused(S3Exception refusal) => new(refusal.Status, refusal.Code, refusal.Message);
}
