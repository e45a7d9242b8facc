using Amazon.S3;

namespace EmbeddedAws.Tests.S3;

/// <summary>A bucket of a test's own.</summary>
internal static class TestBucket
{
    public static string Name() => $"b-{Guid.NewGuid():n}";

    public static async Task<string> CreateAsync(IAmazonS3? s3 = null)
    {
        var name = Name();
        await (s3 ?? AwsSurface.S3).PutBucketAsync(name);
        return name;
    }

    /// <summary>A bucket with empty objects under these keys.</summary>
    public static async Task<string> WithKeysAsync(params string[] keys)
    {
        var bucket = await CreateAsync();
        await Task.WhenAll(keys.Select(key => AwsSurface.S3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = "" })));
        return bucket;
    }
}
