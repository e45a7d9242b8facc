using EmbeddedAws.S3.Settings;

namespace EmbeddedAws.S3.Lifecycle;

/// <summary>Rules as XML: https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html</summary>
internal static class LifecycleXml
{
    /// <summary>The header of the size from which on objects change their class; no object changes it here.</summary>
    public const string MinimumSizeHeader = "x-amz-transition-default-minimum-object-size";

    /// <summary>The attribute under which the value of that header is stored.</summary>
    public const string MinimumSize = "minimum-size";

    /// <summary>The values of that header, S3's default first.</summary>
    public static readonly IReadOnlyList<string> MinimumSizes = ["all_storage_classes_128K", "varies_by_storage_class"];

    private const int MostRules = 1000;
    private const int LongestId = 255;

    private static readonly XmlShape Prefix = XmlShape.Text("Prefix").Optional;
    private static readonly XmlShape Tag = XmlShape.Of("Tag", XmlShape.Text("Key", shortest: 1), XmlShape.Text("Value"));
    private static readonly XmlShape GreaterThan = XmlShape.Number("ObjectSizeGreaterThan", 0).Optional;
    private static readonly XmlShape LessThan = XmlShape.Number("ObjectSizeLessThan", 1).Optional;
    private static readonly XmlShape Date = new XmlShape("Date", LifecycleRules.IsMidnight, []).Optional;
    private static readonly XmlShape Days = XmlShape.Number("Days", 0).Optional;
    private static readonly XmlShape Newer = XmlShape.Number("NewerNoncurrentVersions", 1).Optional;

    private static readonly XmlShape StorageClass =
        XmlShape.OneOf("StorageClass", "GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR");

    public static readonly XmlShape Shape = XmlShape.Of("LifecycleConfiguration", XmlShape.Of(
        "Rule",
        XmlShape.Text("ID", LongestId).Optional,
        Prefix,
        XmlShape.Of("Filter", Prefix, Tag.Optional, GreaterThan, LessThan, XmlShape.Of("And", Prefix, Tag.Times(0, 50), GreaterThan, LessThan).Optional).Optional,
        XmlShape.OneOf("Status", "Enabled", "Disabled"),
        XmlShape.Of("Expiration", Date, Days, XmlShape.Flag("ExpiredObjectDeleteMarker").Optional).Optional,
        XmlShape.Of("Transition", Date, Days, StorageClass).Times(0, 50),
        XmlShape.Of("NoncurrentVersionExpiration", XmlShape.Number("NoncurrentDays", 1), Newer).Optional,
        XmlShape.Of("NoncurrentVersionTransition", XmlShape.Number("NoncurrentDays", 0), Newer, StorageClass).Times(0, 50),
        XmlShape.Of("AbortIncompleteMultipartUpload", XmlShape.Number("DaysAfterInitiation", 1)).Optional).Times(1, MostRules));
}
