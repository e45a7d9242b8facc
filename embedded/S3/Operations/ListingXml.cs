using System.Globalization;
using System.Xml;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Operations;

/// <summary>What the listings of S3 have in common.</summary>
internal static class ListingXml
{
    public static void WriteUnlessEmpty(this XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
            xml.WriteElementString(name, value);
    }

    public static void WriteNumber(this XmlWriter xml, string name, long number) =>
        xml.WriteElementString(name, number.ToString(CultureInfo.InvariantCulture));

    public static void WriteFlag(this XmlWriter xml, string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");

    public static void WriteCommonPrefixes(this XmlWriter xml, IEnumerable<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            xml.WriteStartElement("CommonPrefixes");
            xml.WriteElementString("Prefix", prefix);
            xml.WriteEndElement();
        }
    }

    public static void WriteContents(this XmlWriter xml, StoredObject stored, string key, bool withOwner)
    {
        xml.WriteStartElement("Contents");
        WriteObject(xml, stored, key, withOwner);
        xml.WriteEndElement();
    }

    public static void WriteVersion(this XmlWriter xml, ObjectVersion version, string key)
    {
        xml.WriteStartElement(version.IsMarker ? "DeleteMarker" : "Version");
        xml.WriteElementString("VersionId", version.Id);
        xml.WriteFlag("IsLatest", version.IsLatest);
        if (version.IsMarker)
        {
            xml.WriteElementString("Key", key);
            xml.WriteElementString("LastModified", StoredObject.Iso(version.Modified));
            Owner.Write(xml);
        }
        else
        {
            WriteObject(xml, version.Object, key, withOwner: true);
        }

        xml.WriteEndElement();
    }

    private static void WriteObject(XmlWriter xml, StoredObject stored, string key, bool withOwner)
    {
        xml.WriteElementString("Key", key);
        xml.WriteElementString("LastModified", StoredObject.Iso(stored.Modified));
        xml.WriteElementString("ETag", stored.ETag);
        xml.WriteElementString("ChecksumAlgorithm", stored.Algorithm);
        xml.WriteElementString("ChecksumType", ChecksumTypes.Of(stored.Checksum));
        xml.WriteNumber("Size", stored.Size);
        if (withOwner)
            Owner.Write(xml);
        xml.WriteElementString("StorageClass", "STANDARD");
    }
}
