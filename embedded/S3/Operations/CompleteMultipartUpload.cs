using System.Globalization;
using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Payloads;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html</summary>
internal sealed class CompleteMultipartUpload(UploadStore uploads, ObjectStore objects, TimeProvider time) : IOperation
{
    private const string Size = "x-amz-mp-object-size";

    /// <summary>10,000 parts with a checksum each.</summary>
    private const int LongestBody = 8 * 1024 * 1024;

    public Accepted Accepted { get; } = new(
        [UploadRequest.UploadId], [.. Payload.Headers, .. WriteCondition.Headers, ChecksumHeaders.Type, Size]);

    public async Task HandleAsync(S3Request request)
    {
        // A checksum in the headers is the one of the object.
        using var payload = Payload.WithoutChecksum(request);
        var named = CompleteXml.Read(await XmlBody.ReadAsync(payload, LongestBody));
        var upload = uploads.Get(request.Bucket, request.Key, request.Query[UploadRequest.UploadId]);
        if (request.Header(ChecksumHeaders.Type) is { } type && type != upload.ChecksumType)
            throw S3Errors.InvalidRequest($"The upload was created using the {upload.ChecksumType} checksum mode. The complete request must use the same checksum mode.");
        var parts = ChosenParts.Of(upload, named, uploads.Parts(upload));
        CheckSize(request, parts.Sum(part => part.Size));
        using var put = objects.Begin(request.Bucket, request.Key, WriteCondition.Of(request));

        using var file = uploads.Create();
        var checksum = await CopyAsync(upload, parts, file, request.Aborted);
        CheckChecksum(request, upload.Algorithm, checksum);
        var stored = new StoredObject(
            request.Bucket,
            request.Key,
            file.Name,
            parts.Sum(part => part.Size),
            MultipartUpload.PartsETag(parts),
            time.WholeSecond(),
            upload.Algorithm.Name,
            checksum,
            upload.Headers);
        VersionId.Write(request.Response, await uploads.CompleteAsync(file, upload, parts, stored, put));
        await AnswerAsync(request, stored);
    }

    /// <summary>Puts the parts together.</summary>
    /// <returns>The checksum of the object.</returns>
    private async Task<string> CopyAsync(MultipartUpload upload, IReadOnlyList<Part> parts, IncomingBytes target, CancellationToken cancellation)
    {
        if (upload.ChecksumType == ChecksumTypes.Composite)
        {
            await uploads.CopyAsync(upload, parts, new DigestingCopy(target), cancellation);
            return upload.CompositeChecksum(parts);
        }

        using var digest = upload.Algorithm.Start();
        await uploads.CopyAsync(upload, parts, new DigestingCopy(target, digest), cancellation);
        return Convert.ToBase64String(digest.Finish());
    }

    private static void CheckSize(S3Request request, long size)
    {
        if (request.Header(Size) is { } said && said != size.ToString(CultureInfo.InvariantCulture))
            throw S3Errors.InvalidRequest($"The provided '{Size}' header value {said} does not match what was computed: {size}");
    }

    private static void CheckChecksum(S3Request request, ChecksumAlgorithm algorithm, string checksum)
    {
        if (request.Header(algorithm.Header) is { } said && said != checksum)
            throw S3Errors.BadChecksum(algorithm.Name);
    }

    private static Task AnswerAsync(S3Request request, StoredObject stored) =>
        XmlAnswer.WriteAsync(request.Response, "CompleteMultipartUploadResult", XmlAnswer.S3Namespace, xml =>
        {
            xml.WriteElementString("Location", $"{request.Context.Request.Scheme}://{request.Context.Request.Host}{request.Target.Path}");
            xml.WriteElementString("Bucket", stored.Bucket);
            xml.WriteElementString("Key", stored.Key);
            xml.WriteElementString("ETag", stored.ETag);
            xml.WriteElementString(ChecksumAlgorithm.Of(stored.Algorithm).Element, stored.Checksum);
            xml.WriteElementString("ChecksumType", ChecksumTypes.Of(stored.Checksum));
        });
}
