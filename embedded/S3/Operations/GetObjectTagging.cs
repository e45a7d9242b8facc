using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html. No object has tags here; the AWS CLI asks before it copies
/// an object in parts.
/// </summary>
internal sealed class GetObjectTagging(ObjectStore objects) : IOperation
{
    public Accepted Accepted { get; } = new(["tagging", VersionId.Parameter], []);

    public Task HandleAsync(S3Request request)
    {
        VersionId.Write(request.Response, objects.Get(request.Bucket, request.Key, VersionId.Of(request)).VersionId);
        return XmlAnswer.WriteAsync(request.Response, "Tagging", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteStartElement("TagSet");
            xml.WriteEndElement();
        });
    }
}
