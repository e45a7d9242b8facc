using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html</summary>
internal sealed class ListParts(UploadStore uploads) : IOperation
{
    private const string Most = "max-parts";
    private const string Marker = "part-number-marker";

    public Accepted Accepted { get; } = new([UploadRequest.UploadId, Most, Marker, "encoding-type"], []);

    public Task HandleAsync(S3Request request)
    {
        var encoding = EncodingType.Of(request);
        var (after, most) = (PageSize.Number(request, Marker, "part-number-marker", 0), PageSize.Of(request, Most, "max-parts"));
        var upload = uploads.Get(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        var parts = uploads.Parts(upload, after, most + 1);
        var page = parts.Take(most).ToList();

        return XmlAnswer.WriteAsync(request.Response, "ListPartsResult", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteElementString("Bucket", upload.Bucket);
            xml.WriteElementString("Key", EncodingType.Encode(encoding, upload.Key));
            xml.WriteElementString("UploadId", upload.Id);
            UploadXml.WriteCommon(xml, upload);
            xml.WriteNumber("PartNumberMarker", after);
            xml.WriteNumber("NextPartNumberMarker", page.Count > 0 ? page[^1].Number : 0);
            xml.WriteNumber("MaxParts", most);
            xml.WriteUnlessEmpty("EncodingType", encoding);
            xml.WriteFlag("IsTruncated", most > 0 && parts.Count > most);
            foreach (var part in page)
                UploadXml.WritePart(xml, part);
        });
    }
}
