using EmbeddedAws.S3.Checksums;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html. The copy has one part, also of an object that has many.</summary>
internal sealed class CopyObject(ObjectStore objects, TimeProvider time) : IOperation
{
    private const string Directive = "x-amz-metadata-directive";

    public Accepted Accepted { get; } = new(
        [],
        [SourceObject.Headers, Directive, FixedHeaders.TaggingDirective, ChecksumHeaders.Algorithm, .. WriteCondition.Headers, .. ObjectHeaders.Accepted]);

    public async Task HandleAsync(S3Request request)
    {
        using var source = SourceObject.Open(request, objects);
        var range = source.Range(request);
        var headers = Replaces(request) ? ObjectHeaders.Of(request) : Unchanged(request, source);
        var algorithm = request.Header(ChecksumHeaders.Algorithm) is { } name ? ChecksumAlgorithm.Named(name) : ChecksumAlgorithm.Of(source.Stored.Algorithm);
        using var put = objects.Begin(request.Bucket, request.Key, WriteCondition.Of(request));

        using var file = objects.Create();
        var digests = await source.CopyAsync(range, algorithm, file, request.Aborted);
        var copy = new StoredObject(
            request.Bucket, request.Key, file.Name, range.Length, $"\"{digests.Md5}\"", time.WholeSecond(), digests.Algorithm, digests.Checksum, headers);
        VersionId.Write(request.Response, await objects.PutAsync(file, copy, put));

        await CopyAnswer.WriteAsync(request, "CopyObjectResult", copy.Modified, copy.ETag, algorithm, copy.Checksum);
    }

    private static bool Replaces(S3Request request) => request.Header(Directive) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument("Unknown metadata directive.", Directive, other),
    };

    private static IReadOnlyDictionary<string, string> Unchanged(S3Request request, SourceObject source)
    {
        // An older version that is copied becomes the current one again.
        if (source.Stored.Bucket == request.Bucket && source.Stored.Key == request.Key && !source.IsNamedVersion && request.Header(FixedHeaders.StorageClass) is null)
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.");
        }

        return source.Stored.Headers;
    }
}
