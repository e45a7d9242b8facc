using System.Globalization;
using System.Xml;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html</summary>
internal sealed class ListObjectsV2(Listing listing, Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(ListingRequest.Parameters, []);

    public Task HandleAsync(S3Request request)
    {
        var asked = ListingRequest.Of(request);
        return XmlAnswer.WriteAsync(request.Response, "ListBucketResult", XmlAnswer.S3Namespace, Answer(asked, Page(asked)));
    }

    private ListingPage Page(ListingRequest asked)
    {
        if (asked.MaxKeys > 0)
            return listing.Page(asked.Bucket, asked.Prefix, asked.Delimiter, asked.From, asked.MaxKeys);
        // S3 answers so: nothing, and no more to come.
        buckets.Require(asked.Bucket);
        return new ListingPage([], [], Next: null);
    }

    private static Action<XmlWriter> Answer(ListingRequest asked, ListingPage page) => xml =>
    {
        xml.WriteElementString("Name", asked.Bucket);
        xml.WriteElementString("Prefix", asked.Encode(asked.Prefix));
        WriteUnlessEmpty(xml, "Delimiter", asked.Encode(asked.Delimiter));
        WriteUnlessEmpty(xml, "StartAfter", asked.Encode(asked.StartAfter));
        WriteUnlessEmpty(xml, "ContinuationToken", asked.ContinuationToken);
        xml.WriteElementString("MaxKeys", asked.MaxKeys.ToString(CultureInfo.InvariantCulture));
        WriteUnlessEmpty(xml, "EncodingType", asked.EncodingType);
        xml.WriteElementString("KeyCount", (page.Objects.Count + page.CommonPrefixes.Count).ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("IsTruncated", page.Next is null ? "false" : "true");
        WriteUnlessEmpty(xml, "NextContinuationToken", page.Next is null ? "" : ContinuationToken.Of(page.Next));
        foreach (var stored in page.Objects)
            WriteObject(xml, stored, asked);
        foreach (var prefix in page.CommonPrefixes)
        {
            xml.WriteStartElement("CommonPrefixes");
            xml.WriteElementString("Prefix", asked.Encode(prefix));
            xml.WriteEndElement();
        }
    };

    private static void WriteObject(XmlWriter xml, StoredObject stored, ListingRequest asked)
    {
        xml.WriteStartElement("Contents");
        xml.WriteElementString("Key", asked.Encode(stored.Key));
        xml.WriteElementString("LastModified", StoredObject.Iso(stored.Modified));
        xml.WriteElementString("ETag", stored.ETag);
        xml.WriteElementString("ChecksumAlgorithm", stored.Algorithm);
        xml.WriteElementString("ChecksumType", ChecksumHeaders.WholeObject);
        xml.WriteElementString("Size", stored.Size.ToString(CultureInfo.InvariantCulture));
        if (asked.FetchOwner)
            Owner.Write(xml);
        xml.WriteElementString("StorageClass", "STANDARD");
        xml.WriteEndElement();
    }

    private static void WriteUnlessEmpty(XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
            xml.WriteElementString(name, value);
    }
}
