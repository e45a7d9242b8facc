using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>What the operations that copy answer alike.</summary>
internal static class CopyAnswer
{
    public static Task WriteAsync(S3Request request, string root, DateTimeOffset modified, string etag, ChecksumAlgorithm algorithm, string checksum) =>
        XmlAnswer.WriteAsync(request.Response, root, XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteElementString("LastModified", StoredObject.Iso(modified));
            xml.WriteElementString("ETag", etag);
            xml.WriteElementString(algorithm.Element, checksum);
        });
}
