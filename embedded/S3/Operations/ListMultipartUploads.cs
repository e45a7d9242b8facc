using System.Text;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html</summary>
internal sealed class ListMultipartUploads(UploadListing listing) : IOperation
{
    public Accepted Accepted { get; } =
        new(["uploads", "prefix", "delimiter", "key-marker", "upload-id-marker", "max-uploads", "encoding-type"], []);

    public Task HandleAsync(S3Request request)
    {
        var encoding = EncodingType.Of(request);
        var most = PageSize.Of(request, "max-uploads", "max-uploads");
        var (prefix, delimiter, keyMarker) = (Value("prefix"), Value("delimiter"), Value("key-marker"));
        // Without a key the id says nothing.
        var idMarker = keyMarker.Length > 0 ? Value("upload-id-marker") : "";
        var page = listing.Page(request.Bucket, prefix, delimiter, After(prefix, delimiter, keyMarker, idMarker), most);

        return XmlAnswer.WriteAsync(request.Response, "ListMultipartUploadsResult", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteElementString("Bucket", request.Bucket);
            xml.WriteElementString("KeyMarker", Encode(keyMarker));
            xml.WriteElementString("UploadIdMarker", idMarker);
            xml.WriteElementString("NextKeyMarker", page.IsTruncated ? Encode(page.LastKey) : "");
            xml.WriteElementString("NextUploadIdMarker", page.IsTruncated ? page.LastId : "");
            xml.WriteUnlessEmpty("Prefix", Encode(prefix));
            xml.WriteUnlessEmpty("Delimiter", Encode(delimiter));
            xml.WriteUnlessEmpty("EncodingType", encoding);
            xml.WriteNumber("MaxUploads", most);
            xml.WriteFlag("IsTruncated", page.IsTruncated);
            foreach (var upload in page.Uploads)
                UploadXml.WriteUpload(xml, upload, Encode(upload.Key));
            xml.WriteCommonPrefixes(page.CommonPrefixes.Select(Encode));
        });

        string Value(string name) => request.Query.GetValueOrDefault(name, "");

        string Encode(string text) => EncodingType.Encode(encoding, text);
    }

    private static (byte[] Key, string Id) After(string prefix, string delimiter, string keyMarker, string idMarker)
    {
        var marker = Encoding.UTF8.GetBytes(keyMarker);
        if (marker.Length == 0 || idMarker.Length > 0)
            return (marker, idMarker);
        return (KeyBytes.AfterMarker(marker, Encoding.UTF8.GetByteCount(prefix), Encoding.UTF8.GetBytes(delimiter)), "");
    }
}
