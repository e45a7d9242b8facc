using System.Xml;
using System.Xml.Linq;

namespace EmbeddedAws.Host;

/// <summary>Reads XML that a client sends.</summary>
internal static class XmlDocuments
{
    /// <summary>Longer than any configuration of S3.</summary>
    public const int LongestConfiguration = 64 * 1024;

    /// <summary>Deeper than any document of S3; building a tree costs the square of its depth.</summary>
    private const int Deepest = 16;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>
    /// Reads the elements and the texts of a document. A namespace keeps all names that were ever read in it, and answers or other documents may keep the namespace:
    /// the names of a client are in one of their document alone, which goes with it.
    /// </summary>
    /// <exception cref="XmlException">It is not well-formed, has a document type, or is too deep.</exception>
    public static XElement Load(byte[] bytes)
    {
        using var body = new MemoryStream(bytes, writable: false);
        CheckDepth(body);
        body.Position = 0;
        using var reader = XmlReader.Create(body, Safe);
        return Read(reader, $"urn:uuid:{Guid.NewGuid()}");
    }

    private static XElement Read(XmlReader reader, XNamespace names)
    {
        XElement? root = null, open = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var element = new XElement(names + reader.LocalName);
                open?.Add(element);
                root ??= element;
                if (!reader.IsEmptyElement)
                    open = element;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open = open!.Parent;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                open?.Add(new XText(reader.Value));
            }
        }

        return root!;
    }

    private static void CheckDepth(MemoryStream body)
    {
        using var reader = XmlReader.Create(body, Safe);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new XmlException("The document is too deep.");
        }
    }
}
