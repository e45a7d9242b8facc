using System.Xml;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html. Each object has the one version <c>null</c>.</summary>
internal sealed class ListObjectVersions(Listing listing, Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(ListingRequest.ParametersOfVersions, []);

    public Task HandleAsync(S3Request request)
    {
        var asked = ListingRequest.Of(request);
        var marker = request.Query.GetValueOrDefault("version-id-marker", "");
        return XmlAnswer.WriteAsync(request.Response, "ListVersionsResult", XmlAnswer.S3Namespace, Answer(asked, marker, asked.PageOf(listing, buckets)));
    }

    private static Action<XmlWriter> Answer(ListingRequest asked, string marker, ListingPage page) => xml =>
    {
        xml.WriteElementString("Name", asked.Bucket);
        xml.WriteElementString("Prefix", asked.Encode(asked.Prefix));
        xml.WriteElementString("KeyMarker", asked.Encode(asked.Marker));
        xml.WriteElementString("VersionIdMarker", marker);
        if (page.Next is not null)
        {
            xml.WriteElementString("NextKeyMarker", asked.Encode(page.Last));
            xml.WriteElementString("NextVersionIdMarker", VersionId.Null);
        }

        xml.WriteNumber("MaxKeys", asked.MaxKeys);
        xml.WriteUnlessEmpty("Delimiter", asked.Encode(asked.Delimiter));
        xml.WriteUnlessEmpty("EncodingType", asked.EncodingType);
        xml.WriteFlag("IsTruncated", page.Next is not null);
        foreach (var stored in page.Objects)
            xml.WriteVersion(stored, asked.Encode(stored.Key));
        xml.WriteCommonPrefixes(page.CommonPrefixes.Select(asked.Encode));
    };
}
