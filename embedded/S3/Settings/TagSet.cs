using System.Xml.Linq;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Settings;

/// <summary>The tags of a bucket: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tag.html</summary>
internal static class TagSet
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    private static readonly XmlShape Tag = XmlShape.Of("Tag", XmlShape.Text("Key"), XmlShape.Text("Value"));

    /// <summary>The tags as PutBucketTagging has them.</summary>
    public static readonly XmlShape Tagging = XmlShape.Of("Tagging", XmlShape.Of("TagSet", Tag.Times(0, int.MaxValue)));

    /// <summary>The tags as CreateBucket and S3 Control have them.</summary>
    public static readonly XmlShape Tags = XmlShape.Of("Tags", Tag.Times(0, int.MaxValue));

    /// <summary>The tags in an element that has them, in their order.</summary>
    /// <exception cref="S3Exception">They are not what S3 takes as tags.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(XElement element)
    {
        var tags = element.Descendants("Tag").Select(tag => KeyValuePair.Create(tag.Element("Key")!.Value, tag.Element("Value")!.Value)).ToList();
        Check(tags);
        return tags;
    }

    /// <exception cref="S3Exception">They are not what S3 takes as tags.</exception>
    public static void Check(IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (tags.Count > ResourceTags.Most)
            throw S3Errors.BadRequest($"Bucket tag count cannot be greater than {ResourceTags.Most}");
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > LongestKey)
                throw S3Errors.InvalidTag("The TagKey you have provided is invalid", key);
            if (value.Length > LongestValue)
                throw S3Errors.InvalidTag("The TagValue you have provided is invalid", key);
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw S3Errors.InvalidTag("System tags cannot be added/updated by requester", key);
        }

        if (tags.GroupBy(tag => tag.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw S3Errors.InvalidTag("Cannot provide multiple Tags with the same key", twice.Key);
    }

    /// <summary>The tags as they are stored: as PutBucketTagging has them.</summary>
    public static string Text(IEnumerable<KeyValuePair<string, string>> tags) => SettingXml.Text(new XElement(
        "Tagging", new XElement("TagSet", tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))))));
}
