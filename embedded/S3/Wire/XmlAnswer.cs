using System.Text;
using System.Xml;

namespace EmbeddedAws.S3.Wire;

/// <summary>Writes an answer's XML document.</summary>
internal static class XmlAnswer
{
    /// <summary>The namespace of all answers but errors.</summary>
    public const string S3Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A key may hold characters that XML 1.0 cannot: S3 writes them as references all the same (encoding-type=url is the way out).
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static async Task WriteAsync(HttpResponse response, string root, string? xmlNamespace, Action<XmlWriter> write)
    {
        using var document = new MemoryStream();
        using (var xml = XmlWriter.Create(document, Settings))
        {
            xml.WriteStartElement(root, xmlNamespace);
            write(xml);
            xml.WriteEndElement();
        }

        response.ContentType = "application/xml";
        response.ContentLength = document.Length;
        document.Position = 0;
        await document.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }
}
