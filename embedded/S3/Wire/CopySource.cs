using EmbeddedAws.S3.Errors;
using EmbeddedAws.Signing;

namespace EmbeddedAws.S3.Wire;

/// <summary>What <c>x-amz-copy-source</c> names: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html#API_CopyObject_RequestSyntax</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="Version">The version; null for the current one.</param>
internal sealed record CopySource(string Bucket, string Key, string? Version)
{
    public const string Header = "x-amz-copy-source";

    private const string VersionOf = $"{VersionId.Parameter}=";

    /// <summary>The source, or null where the request has none.</summary>
    /// <exception cref="S3Exception">It does not name a bucket and a key, or what it names besides is not a version.</exception>
    public static CopySource? Of(S3Request request)
    {
        if (request.Header(Header) is not { } header)
            return null;
        var parts = header.Split('?', 2);
        if (parts is [_, var more] && !more.StartsWith(VersionOf, StringComparison.Ordinal))
            throw S3Errors.NotImplemented("Header", $"{Header}: {header}");
        // Some clients escape the slash between bucket and key too.
        if (PercentEncoding.Decode(parts[0])?.TrimStart('/').Split('/', 2) is not [var bucket, { Length: > 0 } key])
        {
            throw S3Errors.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", Header, header);
        }

        BucketName.Validate(bucket);
        return new CopySource(bucket, key, parts is [_, var version] ? VersionId.Check(PercentEncoding.Decode(version[VersionOf.Length..]) ?? "") : null);
    }
}
