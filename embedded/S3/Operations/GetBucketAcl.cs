using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html. Only the owner has access, with full control.</summary>
internal sealed class GetBucketAcl(Buckets buckets) : IOperation
{
    public Accepted Accepted { get; } = new(["acl"], []);

    public Task HandleAsync(S3Request request)
    {
        buckets.Require(request.Bucket);
        return XmlAnswer.WriteAsync(request.Response, "AccessControlPolicy", XmlAnswer.S3Namespace, xml =>
        {
            Owner.Write(xml);
            xml.WriteStartElement("AccessControlList");
            xml.WriteStartElement("Grant");
            Owner.WriteGrantee(xml);
            xml.WriteElementString("Permission", "FULL_CONTROL");
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }
}
