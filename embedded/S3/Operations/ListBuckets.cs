using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html, unpaged.</summary>
internal sealed class ListBuckets(Buckets buckets) : IOperation
{
    public Accepted Accepted => Accepted.Nothing;

    public Task HandleAsync(S3Request request) => XmlAnswer.WriteAsync(request.Response, "ListAllMyBucketsResult", XmlAnswer.S3Namespace, xml =>
    {
        xml.WriteStartElement("Buckets");
        foreach (var (name, created) in buckets.List())
        {
            xml.WriteStartElement("Bucket");
            xml.WriteElementString("Name", name);
            xml.WriteElementString("CreationDate", StoredObject.Iso(created));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Owner.Write(xml);
    });
}
