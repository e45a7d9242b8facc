using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html. No object has tags here; the AWS CLI asks before it copies
/// an object in parts.
/// </summary>
internal sealed class GetObjectTagging(ObjectStore objects) : IOperation
{
    public Accepted Accepted { get; } = new(["tagging"], []);

    public Task HandleAsync(S3Request request)
    {
        objects.Get(request.Bucket, request.Key);
        return XmlAnswer.WriteAsync(request.Response, "Tagging", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteStartElement("TagSet");
            xml.WriteEndElement();
        });
    }
}
