using System.Xml;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html</summary>
internal sealed class ListObjects(Listing listing, Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(ListingRequest.ParametersOfVersion1, []);

    public Task HandleAsync(S3Request request)
    {
        var asked = ListingRequest.Of(request);
        return XmlAnswer.WriteAsync(request.Response, "ListBucketResult", XmlAnswer.S3Namespace, Answer(asked, asked.PageOf(listing, buckets)));
    }

    private static Action<XmlWriter> Answer(ListingRequest asked, ListingPage page) => xml =>
    {
        xml.WriteElementString("Name", asked.Bucket);
        xml.WriteElementString("Prefix", asked.Encode(asked.Prefix));
        xml.WriteElementString("Marker", asked.Encode(asked.Marker));
        // Without a delimiter the last key of the page is the next marker, and S3 leaves it out.
        if (page.Next is not null && asked.Delimiter.Length > 0)
            xml.WriteElementString("NextMarker", asked.Encode(page.Last));
        xml.WriteNumber("MaxKeys", asked.MaxKeys);
        xml.WriteUnlessEmpty("Delimiter", asked.Encode(asked.Delimiter));
        xml.WriteUnlessEmpty("EncodingType", asked.EncodingType);
        xml.WriteFlag("IsTruncated", page.Next is not null);
        foreach (var stored in page.Objects)
            xml.WriteContents(stored, asked.Encode(stored.Key), withOwner: true);
        xml.WriteCommonPrefixes(page.CommonPrefixes.Select(asked.Encode));
    };
}
