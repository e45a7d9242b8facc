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

    /// <summary>Reads a document.</summary>
    /// <exception cref="XmlException">It is not well-formed, has a document type, or is too deep.</exception>
    public static XElement Load(byte[] bytes)
    {
        using var body = new MemoryStream(bytes, writable: false);
        CheckDepth(body);
        body.Position = 0;
        using var reader = XmlReader.Create(body, Safe);
        return XElement.Load(reader);
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
