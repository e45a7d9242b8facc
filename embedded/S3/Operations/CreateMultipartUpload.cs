using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html</summary>
internal sealed class CreateMultipartUpload(UploadStore uploads, TimeProvider time) : IOperation
{
    public Accepted Accepted { get; } = new(["uploads"], [ChecksumHeaders.Algorithm, ChecksumHeaders.Type, .. ObjectHeaders.Accepted]);

    public async Task HandleAsync(S3Request request)
    {
        var (algorithm, type) = ChecksumOf(request);
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        await uploads.StartAsync(new MultipartUpload(request.Bucket, request.Key, id, time.WholeSecond(), algorithm?.Name ?? "", type, ObjectHeaders.Of(request)));

        if (algorithm is not null)
        {
            request.Response.Headers[ChecksumHeaders.Algorithm] = algorithm.Name;
            request.Response.Headers[ChecksumHeaders.Type] = type;
        }

        await XmlAnswer.WriteAsync(request.Response, "InitiateMultipartUploadResult", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteElementString("Bucket", request.Bucket);
            xml.WriteElementString("Key", request.Key);
            xml.WriteElementString("UploadId", id);
        });
    }

    private static (ChecksumAlgorithm? Algorithm, string Type) ChecksumOf(S3Request request)
    {
        var (name, type) = (request.Header(ChecksumHeaders.Algorithm), request.Header(ChecksumHeaders.Type));
        if (name is null)
        {
            return type is null
                ? (null, ChecksumTypes.DefaultOf(ChecksumAlgorithm.Default))
                : throw S3Errors.InvalidRequest($"The {ChecksumHeaders.Type} header can only be used with the {ChecksumHeaders.Algorithm} header.");
        }

        var algorithm = ChecksumAlgorithm.Named(name);
        if (type is null)
            return (algorithm, ChecksumTypes.DefaultOf(algorithm));
        if (type is not (ChecksumTypes.FullObject or ChecksumTypes.Composite))
            throw S3Errors.InvalidRequest($"Value for {ChecksumHeaders.Type} header is invalid.");
        return ChecksumTypes.Fits(type, algorithm)
            ? (algorithm, type)
            : throw S3Errors.InvalidRequest($"The {type} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm.");
    }
}
