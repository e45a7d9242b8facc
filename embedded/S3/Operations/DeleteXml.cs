using System.Xml;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>The XML of DeleteObjects: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html#API_DeleteObjects_RequestSyntax</summary>
internal static class DeleteXml
{
    private const int MostKeys = 1000;

    /// <exception cref="S3Exception">It does not name from 1 to 1,000 keys, or says more than a key of an object.</exception>
    public static (IReadOnlyList<string> Keys, bool Quiet) Read(XElement? root)
    {
        if (root?.Name.LocalName != "Delete")
            throw S3Errors.MalformedXml();
        var (keys, quiet) = (new List<string>(), false);
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName == "Object")
                keys.Add(KeyOf(element));
            else if (element.Name.LocalName == "Quiet" && bool.TryParse(element.Value, out var value))
                quiet = value;
            else
                throw S3Errors.MalformedXml();
        }

        return keys.Count is > 0 and <= MostKeys ? (keys, quiet) : throw S3Errors.MalformedXml();
    }

    public static void Write(XmlWriter xml, IEnumerable<(string Key, S3Exception? Failure)> results, bool quiet)
    {
        foreach (var (key, failure) in results)
        {
            if (failure is null && quiet)
                continue;
            xml.WriteStartElement(failure is null ? "Deleted" : "Error");
            xml.WriteElementString("Key", key);
            if (failure is not null)
            {
                xml.WriteElementString("Code", failure.Code);
                xml.WriteElementString("Message", failure.Message);
            }

            xml.WriteEndElement();
        }
    }

    private static string KeyOf(XElement element)
    {
        string? key = null;
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "VersionId")
                VersionId.Check(child.Value);
            else if (child.Name.LocalName != "Key")
                throw S3Errors.NotImplemented("Element", child.Name.LocalName);
            else if (key is not null)
                throw S3Errors.MalformedXml();
            else
                key = child.Value;
        }

        return key is { Length: > 0 } ? key : throw S3Errors.MalformedXml();
    }
}
