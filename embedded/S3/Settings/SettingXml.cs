using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Settings;

/// <summary>Settings as XML, in requests, in the store and in answers.</summary>
internal static class SettingXml
{
    /// <summary>Reads the configuration in a request.</summary>
    /// <exception cref="S3Exception">It is not one.</exception>
    public static async Task<XElement> ReadAsync(S3Request request, XmlShape shape) => shape.Read(await XmlBody.ReadAsync(request));

    /// <summary>The text that is stored.</summary>
    public static string Text(XElement configuration) => configuration.ToString(SaveOptions.DisableFormatting);

    public static XElement Parse(string text) => XElement.Parse(text, LoadOptions.PreserveWhitespace);

    /// <summary>Answers with a configuration.</summary>
    public static Task WriteAsync(S3Request request, XElement configuration) =>
        XmlAnswer.WriteAsync(request.Response, configuration.Name.LocalName, XmlAnswer.S3Namespace, xml => WriteContent(xml, configuration));

    private static void WriteContent(XmlWriter xml, XElement element)
    {
        if (element.Value.Length > 0 && !element.HasElements)
            xml.WriteString(element.Value);
        foreach (var child in element.Elements())
        {
            xml.WriteStartElement(child.Name.LocalName);
            WriteContent(xml, child);
            xml.WriteEndElement();
        }
    }
}
