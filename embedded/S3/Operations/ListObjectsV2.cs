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
        return XmlAnswer.WriteAsync(request.Response, "ListBucketResult", XmlAnswer.S3Namespace, Answer(asked, asked.PageOf(listing, buckets)));
    }

    private static Action<XmlWriter> Answer(ListingRequest asked, ListingPage page) => xml =>
    {
        xml.WriteElementString("Name", asked.Bucket);
        xml.WriteElementString("Prefix", asked.Encode(asked.Prefix));
        xml.WriteUnlessEmpty("Delimiter", asked.Encode(asked.Delimiter));
        xml.WriteUnlessEmpty("StartAfter", asked.Encode(asked.StartAfter));
        xml.WriteUnlessEmpty("ContinuationToken", asked.ContinuationToken);
        xml.WriteNumber("MaxKeys", asked.MaxKeys);
        xml.WriteUnlessEmpty("EncodingType", asked.EncodingType);
        xml.WriteNumber("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
        xml.WriteFlag("IsTruncated", page.Next is not null);
        xml.WriteUnlessEmpty("NextContinuationToken", page.Next is null ? "" : ContinuationToken.Of(page.Next));
        foreach (var stored in page.Objects)
            xml.WriteContents(stored, asked.Encode(stored.Key), asked.FetchOwner);
        xml.WriteCommonPrefixes(page.CommonPrefixes.Select(asked.Encode));
    };
}
