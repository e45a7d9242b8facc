using System.Globalization;
using System.Xml.Linq;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Operations;

/// <summary>A part as the client that has uploaded it names it.</summary>
/// <param name="Number">The part's number.</param>
/// <param name="ETag">Its ETag, without quotes.</param>
/// <param name="Checksums">Its checksums in base64, by the names of their elements.</param>
internal sealed record NamedPart(int Number, string ETag, IReadOnlyDictionary<string, string> Checksums);

/// <summary>The XML of CompleteMultipartUpload: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html#API_CompleteMultipartUpload_RequestSyntax</summary>
internal static class CompleteXml
{
    private static readonly HashSet<string> ChecksumElements = [.. ChecksumAlgorithm.All.Select(algorithm => algorithm.Element)];

    /// <exception cref="S3Exception">It names no parts.</exception>
    public static IReadOnlyList<NamedPart> Read(XElement? root)
    {
        if (root?.Name.LocalName != "CompleteMultipartUpload" || root.Elements().Any(element => element.Name.LocalName != "Part"))
            throw S3Errors.MalformedXml();
        var parts = root.Elements().Select(ReadPart).ToList();
        return parts.Count > 0 ? parts : throw S3Errors.MalformedXml();
    }

    private static NamedPart ReadPart(XElement part)
    {
        var values = new Dictionary<string, string>();
        foreach (var element in part.Elements())
        {
            if (element.HasElements || !values.TryAdd(element.Name.LocalName, element.Value.Trim()))
                throw S3Errors.MalformedXml();
        }

        if (!values.Remove("ETag", out var etag)
            || !values.Remove("PartNumber", out var number)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            || values.Keys.Any(name => !ChecksumElements.Contains(name)))
        {
            throw S3Errors.MalformedXml();
        }

        return new NamedPart(parsed, etag.Trim('"'), values);
    }
}
