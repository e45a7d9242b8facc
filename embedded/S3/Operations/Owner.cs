using System.Xml;

namespace EmbeddedAws.S3.Operations;

/// <summary>The one account, whose every bucket and object is.</summary>
internal static class Owner
{
    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("Owner");
        xml.WriteElementString("ID", new string('0', 64));
        xml.WriteElementString("DisplayName", "embedded");
        xml.WriteEndElement();
    }
}
