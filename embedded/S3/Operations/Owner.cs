using System.Xml;

namespace EmbeddedAws.S3.Operations;

/// <summary>The one account, which owns every bucket and object.</summary>
internal static class Owner
{
    public static void Write(XmlWriter xml, string element = "Owner")
    {
        xml.WriteStartElement(element);
        xml.WriteElementString("ID", new string('0', 64));
        xml.WriteElementString("DisplayName", "embedded");
        xml.WriteEndElement();
    }
}
