using System.Xml;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html. Where a bucket keeps no versions, each object has the one version <c>null</c>.</summary>
internal sealed class ListObjectVersions(VersionListing listing) : IOperation
{
    private const string Marker = "version-id-marker";

    public Accepted Accepted { get; } = new(ListingRequest.ParametersOfVersions, []);

    public Task HandleAsync(S3Request request)
    {
        var asked = ListingRequest.Of(request);
        var marker = MarkerOf(request, asked);
        var page = listing.Page(asked.Bucket, asked.Prefix, asked.Delimiter, (asked.Marker, marker), asked.MaxKeys);
        return XmlAnswer.WriteAsync(request.Response, "ListVersionsResult", XmlAnswer.S3Namespace, Answer(asked, marker ?? "", page));
    }

    private static string? MarkerOf(S3Request request, ListingRequest asked)
    {
        if (request.Query.GetValueOrDefault(Marker) is not { Length: > 0 } marker)
            return null;
        return asked.Marker.Length > 0
            ? VersionId.Check(marker, Marker)
            : throw S3Errors.InvalidArgument("A version-id marker cannot be specified without a key marker.", Marker, marker);
    }

    private static Action<XmlWriter> Answer(ListingRequest asked, string marker, VersionPage page) => xml =>
    {
        xml.WriteElementString("Name", asked.Bucket);
        xml.WriteElementString("Prefix", asked.Encode(asked.Prefix));
        xml.WriteElementString("KeyMarker", asked.Encode(asked.Marker));
        xml.WriteElementString("VersionIdMarker", marker);
        if (page.IsTruncated)
        {
            xml.WriteElementString("NextKeyMarker", asked.Encode(page.Last.Key));
            xml.WriteUnlessEmpty("NextVersionIdMarker", page.Last.Id ?? "");
        }

        xml.WriteNumber("MaxKeys", asked.MaxKeys);
        xml.WriteUnlessEmpty("Delimiter", asked.Encode(asked.Delimiter));
        xml.WriteUnlessEmpty("EncodingType", asked.EncodingType);
        xml.WriteFlag("IsTruncated", page.IsTruncated);
        foreach (var version in page.Versions)
            xml.WriteVersion(version, asked.Encode(version.Key));
        xml.WriteCommonPrefixes(page.CommonPrefixes.Select(asked.Encode));
    };
}
