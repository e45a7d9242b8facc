using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>An upload in parts, to a bucket of a test's own.</summary>
internal sealed record TestUpload(string Bucket, string Key, string Id)
{
    /// <summary>The smallest part that may be followed by another one.</summary>
    public const int PartSize = 5 * 1024 * 1024;

    /// <summary>The path and the query of the upload.</summary>
    public string Target => $"/{Bucket}/{Key}?uploadId={Id}";

    public static async Task<TestUpload> StartAsync(string? bucket = null, string key = "a", Action<InitiateMultipartUploadRequest>? change = null)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = bucket ?? await TestBucket.CreateAsync(), Key = key };
        change?.Invoke(request);
        var answer = await AwsSurface.S3.InitiateMultipartUploadAsync(request);
        return new TestUpload(answer.BucketName, answer.Key, answer.UploadId);
    }

    /// <summary>Bytes that differ from part to part.</summary>
    public static byte[] Bytes(int size, int seed)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public Task<S3Answer> PutAsync(int number, byte[] bytes, params (string, string)[] headers) => Wire.PutAsync($"{Target}&partNumber={number}", bytes, headers);

    /// <summary>Completes it with parts that are named by number and ETag.</summary>
    public Task<S3Answer> CompleteAsync((string, string)[] headers, params (int Number, string ETag)[] parts) =>
        CompleteAsync(string.Concat(parts.Select(part => $"<Part><PartNumber>{part.Number}</PartNumber><ETag>{part.ETag}</ETag></Part>")), headers);

    public Task<S3Answer> CompleteAsync(string parts, params (string, string)[] headers) => Wire.SendAsync(
        "POST", Target, System.Text.Encoding.UTF8.GetBytes($"<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{parts}</CompleteMultipartUpload>"), headers);

    public Task<ListPartsResponse> PartsAsync() => AwsSurface.S3.ListPartsAsync(Bucket, Key, Id);
}
