using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The XML of DeleteObjects: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html#API_DeleteObjects_RequestSyntax</summary>
internal static class DeleteXml
{
    private const int MostKeys = 1000;
    private const string VersionIdElement = "VersionId";

    /// <exception cref="S3Exception">It does not name from 1 to 1,000 keys, or says more of one than its key and its version.</exception>
    public static (IReadOnlyList<NamedVersion> Named, bool Quiet) Read(XElement? root)
    {
        if (root?.Name.LocalName != "Delete")
            throw S3Errors.MalformedXml();
        var (named, quiet) = (new List<NamedVersion>(), false);
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName == "Object")
                named.Add(NamedIn(element));
            else if (element.Name.LocalName == "Quiet" && bool.TryParse(element.Value, out var value))
                quiet = value;
            else
                throw S3Errors.MalformedXml();
        }

        return named.Count is > 0 and <= MostKeys ? (named, quiet) : throw S3Errors.MalformedXml();
    }

    public static void Write(XmlWriter xml, IEnumerable<DeleteResult> results, bool quiet)
    {
        foreach (var result in results.Where(result => result.Failure is not null || !quiet))
        {
            xml.WriteStartElement(result.Failure is null ? "Deleted" : "Error");
            xml.WriteElementString("Key", result.Named.Key);
            xml.WriteUnlessEmpty(VersionIdElement, result.Named.Version ?? "");
            if (result.Change is { IsMarker: true, VersionId: { } marker })
            {
                xml.WriteFlag("DeleteMarker", true);
                xml.WriteElementString("DeleteMarkerVersionId", marker);
            }

            if (result.Failure is { } failure)
            {
                xml.WriteElementString("Code", failure.Code);
                xml.WriteElementString("Message", failure.Message);
            }

            xml.WriteEndElement();
        }
    }

    private static NamedVersion NamedIn(XElement element)
    {
        var values = new Dictionary<string, string>();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName is not ("Key" or VersionIdElement))
                throw S3Errors.NotImplemented("Element", child.Name.LocalName);
            if (!values.TryAdd(child.Name.LocalName, child.Value))
                throw S3Errors.MalformedXml();
        }

        return values.GetValueOrDefault("Key") is { Length: > 0 } key
            ? new NamedVersion(key, values.GetValueOrDefault(VersionIdElement) is { } id ? VersionId.Check(id) : null)
            : throw S3Errors.MalformedXml();
    }
}
