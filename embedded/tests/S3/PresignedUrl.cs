using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>URLs that the SDK signs, for a minute.</summary>
internal static class PresignedUrl
{
    public static string Of(string bucket, HttpVerb verb, string key, Action<GetPreSignedUrlRequest>? change = null, IAmazonS3? s3 = null)
    {
        var request = new GetPreSignedUrlRequest { BucketName = bucket, Key = key, Verb = verb, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddSeconds(60) };
        change?.Invoke(request);
        return (s3 ?? AwsSurface.S3).GetPreSignedURL(request);
    }
}
