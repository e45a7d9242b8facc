namespace EmbeddedAws.Tests.S3;

public sealed class HeadObjectTests
{
    [TestCase(null, 200, "5", null)]
    [TestCase("bytes=1-2", 206, "2", "bytes 1-2/5")]
    public async Task A_head_tells_what_a_get_would_send(string? range, int status, string length, string? contentRange)
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/a", "hello"u8.ToArray(), ("Content-Type", "text/plain"));

        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null, range is null ? [] : [("Range", range)]);

        Assert.That((head.Status, head.Header("Content-Length"), head.Header("Content-Range")), Is.EqualTo((status, length, contentRange)));
        Assert.That((head.Header("Content-Type"), head.Body.Length), Is.EqualTo(("text/plain", 0)));
    }

    [TestCase("missing", 404)]
    [TestCase("a", 412, "If-Match", "\"0\"")]
    [TestCase("a", 416, "Range", "bytes=9-")]
    [TestCase("a", 501, "x-amz-expected-bucket-owner", "1")]
    public async Task An_error_has_no_body(string key, int status, params string[] headers)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var head = await Wire.SendAsync("HEAD", $"/{bucket}/{key}", null, [.. headers.Chunk(2).Select(h => (h[0], h[1]))]);

        Assert.That((head.Status, head.Body.Length), Is.EqualTo((status, 0)));
    }

    [Test]
    public async Task The_sdk_reads_the_metadata()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var metadata = await AwsSurface.S3.GetObjectMetadataAsync(bucket, "a");

        Assert.That((metadata.ContentLength, metadata.ETag), Is.EqualTo((0L, "\"d41d8cd98f00b204e9800998ecf8427e\"")));
        Assert.That(() => AwsSurface.S3.GetObjectMetadataAsync(bucket, "missing"), Is.S3Error(404, "NotFound"));
    }
}
