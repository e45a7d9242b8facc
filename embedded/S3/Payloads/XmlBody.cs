using System.Buffers;
using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Payloads;

/// <summary>Reads a request's body that is an XML document.</summary>
internal static class XmlBody
{
    private const int LongestConfiguration = 64 * 1024;

    /// <summary>Deeper than any document of S3; building a tree costs the square of its depth.</summary>
    private const int Deepest = 16;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <returns>The root, or null where the body is empty.</returns>
    /// <exception cref="S3Exception">It is not XML, or longer than S3 takes.</exception>
    public static async Task<XElement?> ReadAsync(S3Request request)
    {
        using var payload = new Payload(request);
        return await ReadAsync(payload, LongestConfiguration);
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
        using var body = new MemoryStream(bytes.WrittenSpan.ToArray(), writable: false);
        try
        {
            CheckDepth(body);
            body.Position = 0;
            using var reader = XmlReader.Create(body, Safe);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    private static void CheckDepth(MemoryStream body)
    {
        body.Position = 0;
        using var reader = XmlReader.Create(body, Safe);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw S3Errors.MalformedXml();
        }
    }
}
