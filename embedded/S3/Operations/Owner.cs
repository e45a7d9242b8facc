using System.Xml;

namespace EmbeddedAws.S3.Operations;

/// <summary>The one account, which owns every bucket and object.</summary>
internal static class Owner
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(XmlWriter xml, string element = "Owner")
    {
        xml.WriteStartElement(element);
        WriteContent(xml);
    }

    /// <summary>Writes the account as one that a grant of an ACL is for.</summary>
    public static void WriteGrantee(XmlWriter xml)
    {
        xml.WriteStartElement("Grantee");
        xml.WriteAttributeString("xsi", "type", SchemaInstance, "CanonicalUser");
        WriteContent(xml);
    }

    private static void WriteContent(XmlWriter xml)
    {
        xml.WriteElementString("ID", new string('0', 64));
        xml.WriteElementString("DisplayName", "embedded");
        xml.WriteEndElement();
    }
}
