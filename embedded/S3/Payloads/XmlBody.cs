using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>Reads a request's body that is an XML document.</summary>
internal static class XmlBody
{
    private const long Longest = 64 * 1024;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <returns>The root, or null where the body is empty.</returns>
    /// <exception cref="S3Exception">It is no XML, or too long for what S3 takes.</exception>
    public static async Task<XElement?> ReadAsync(S3Request request)
    {
        using var payload = new Payload(request);
        if (payload.Length > Longest)
            throw S3Errors.MalformedXml();
        using var body = new MemoryStream();
        await payload.CopyToAsync(body);
        if (body.Length == 0)
            return null;
        body.Position = 0;
        try
        {
            using var reader = XmlReader.Create(body, Safe);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }
}
