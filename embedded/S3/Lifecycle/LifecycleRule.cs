using System.Globalization;
using System.Xml.Linq;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3.Lifecycle;

/// <summary>
/// A rule that holds, as far as it has an effect here: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html. Objects do not
/// change their storage class.
/// </summary>
internal sealed record LifecycleRule
{
    private long _greaterThan = -1;
    private long _lessThan = long.MaxValue;

    /// <summary>What the keys begin with.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>After how many days objects expire; null where they do not by their age.</summary>
    public int? Days { get; private init; }

    /// <summary>From when on objects expire, however old they are; null where they do not.</summary>
    public DateTimeOffset? Date { get; private init; }

    /// <summary>Whether delete markers go that nothing is left under.</summary>
    public bool RemovesMarkers { get; private init; }

    /// <summary>After how many days a noncurrent version expires; null if it does not.</summary>
    public int? NoncurrentDays { get; private init; }

    /// <summary>How many noncurrent versions are kept in any case.</summary>
    public int NewerNoncurrentVersions { get; private init; }

    /// <summary>After how many days an upload that is not completed is aborted; null where it is not.</summary>
    public int? AbortDays { get; private init; }

    /// <summary>The rules of a bucket that hold. A rule for tags covers nothing, since no object has any here.</summary>
    public static IReadOnlyList<LifecycleRule> In(string configuration) =>
        [.. SettingXml.Parse(configuration).Elements().Where(rule => rule.Element("Status")!.Value == "Enabled" && !rule.Descendants("Tag").Any()).Select(Read)];

    /// <summary>Whether an object has expired.</summary>
    public bool Expires(StoredObject stored, DateTimeOffset now) =>
        Covers(stored) && ((Days is { } days && IsOver(stored.Modified, days, now)) || now >= Date);

    /// <summary>Whether a delete marker has expired, once it is the only version: one of the age at which objects expire goes with them.</summary>
    public bool ExpiresMarker(ObjectVersion marker, DateTimeOffset now) => RemovesMarkers || (Days is { } days && IsOver(marker.Modified, days, now));

    /// <summary>Whether a noncurrent version has expired.</summary>
    /// <param name="version">The version.</param>
    /// <param name="since">Since when it is not.</param>
    /// <param name="newer">How many versions of the key are newer and no longer current either.</param>
    /// <param name="now">The time.</param>
    public bool ExpiresNoncurrent(ObjectVersion version, DateTimeOffset since, int newer, DateTimeOffset now) =>
        Covers(version.Object) && newer >= NewerNoncurrentVersions && NoncurrentDays is { } days && IsOver(since, days, now);

    /// <summary>Whether an upload is to be aborted.</summary>
    public bool Aborts(MultipartUpload upload, DateTimeOffset now) => AbortDays is { } days && IsOver(upload.Initiated, days, now);

    /// <summary>Days end at the next midnight of UTC: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html#intro-lifecycle-rules-number-of-days.</summary>
    private static bool IsOver(DateTimeOffset since, int days, DateTimeOffset now) => (now.UtcDateTime.Date - since.UtcDateTime.Date).Days > days;

    private bool Covers(StoredObject stored) => stored.Size > _greaterThan && stored.Size < _lessThan;

    private static LifecycleRule Read(XElement rule)
    {
        var filter = rule.Element("Filter")?.Element("And") ?? rule.Element("Filter") ?? rule;
        var expiration = rule.Element("Expiration");
        var noncurrent = rule.Element("NoncurrentVersionExpiration");
        return new LifecycleRule
        {
            _greaterThan = Number(filter.Element("ObjectSizeGreaterThan")) ?? -1,
            _lessThan = Number(filter.Element("ObjectSizeLessThan")) ?? long.MaxValue,
            Prefix = filter.Element("Prefix")?.Value ?? "",
            Days = Number(expiration?.Element("Days")),
            Date = expiration?.Element("Date") is { } date ? LifecycleRules.DateIn(date.Value) : null,
            RemovesMarkers = expiration?.Element("ExpiredObjectDeleteMarker") is { } removes && bool.Parse(removes.Value),
            NoncurrentDays = Number(noncurrent?.Element("NoncurrentDays")),
            NewerNoncurrentVersions = Number(noncurrent?.Element("NewerNoncurrentVersions")) ?? 0,
            AbortDays = Number(rule.Element("AbortIncompleteMultipartUpload")?.Element("DaysAfterInitiation")),
        };
    }

    private static int? Number(XElement? element) => element is null ? null : int.Parse(element.Value, CultureInfo.InvariantCulture);
}
