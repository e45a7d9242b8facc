using System.Buffers;
using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.Host;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>Reads a request's body that is an XML document.</summary>
internal static class XmlBody
{
    /// <returns>The root, or null where the body is empty.</returns>
    /// <exception cref="S3Exception">It is not XML, or longer than S3 takes.</exception>
    public static async Task<XElement?> ReadAsync(S3Request request)
    {
        using var payload = new Payload(request);
        return await ReadAsync(payload, XmlDocuments.LongestConfiguration);
    }

    /// <inheritdoc cref="ReadAsync(S3Request)"/>
    public static async Task<XElement?> ReadAsync(Payload payload, int longest)
    {
        if (payload.Length > longest)
            throw S3Errors.MalformedXml();
        var bytes = new ArrayBufferWriter<byte>();
        await payload.CopyToAsync(bytes);
        if (bytes.WrittenCount == 0)
            return null;
        try
        {
            return XmlDocuments.Load(bytes.WrittenSpan.ToArray());
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }
}
