using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>A bucket to attack: an object, and uploads that have a part.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uploads">The uploads, with the ETag of their part.</param>
internal sealed record HostileBucket(string Name, IReadOnlyList<(string Key, string Id, string ETag)> Uploads)
{
    /// <summary>The key of the object, which no call writes.</summary>
    public const string Kept = "kept";

    public static async Task<HostileBucket> MakeAsync(IAmazonS3 s3, string name)
    {
        await s3.PutBucketAsync(name);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = name, Key = Kept, ContentBody = "hello" });
        var uploads = new List<(string, string, string)>();
        foreach (var key in Enumerable.Range(0, 20).Select(number => $"upload-{number}"))
        {
            var id = (await s3.InitiateMultipartUploadAsync(name, key)).UploadId;
            var part = await s3.UploadPartAsync(new UploadPartRequest { BucketName = name, Key = key, UploadId = id, PartNumber = 1, InputStream = new MemoryStream("hello"u8.ToArray()) });
            uploads.Add((key, id, part.ETag));
        }

        return new HostileBucket(name, uploads);
    }
}
