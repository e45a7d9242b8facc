using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class ListMultipartUploadsTests
{
    [Test]
    public async Task Uploads_are_listed_by_key_and_in_the_order_in_which_they_began()
    {
        var bucket = await TestBucket.CreateAsync();
        var second = await TestUpload.StartAsync(bucket, "b");
        var later = await AfterAsync(second);
        var first = await TestUpload.StartAsync(bucket, "a");
        await TestUpload.StartAsync();

        var uploads = (await AwsSurface.S3.ListMultipartUploadsAsync(bucket)).MultipartUploads;

        Assert.That(uploads.Select(upload => (upload.Key, upload.UploadId)), Is.EqualTo([("a", first.Id), ("b", second.Id), ("b", later.Id)]));
        Assert.That(uploads.Select(upload => upload.Initiated!.Value.ToUniversalTime()), Is.All.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
    }

    [TestCase("", "", "a/1 a/1 a/2 b")]
    [TestCase("a/", "", "a/1 a/1 a/2")]
    [TestCase("", "/", "a/> b")]
    [TestCase("c", "/", "")]
    public async Task Prefix_and_delimiter_roll_keys_up_page_by_page(string prefix, string delimiter, string expected)
    {
        var bucket = await TestBucket.CreateAsync();
        foreach (var key in (string[])["a/1", "a/1", "a/2", "b"])
            await TestUpload.StartAsync(bucket, key);

        var whole = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter });
        var paged = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter, MaxUploads = 1 });

        Assert.That(string.Join(' ', whole), Is.EqualTo(expected));
        Assert.That(paged, Is.EqualTo(whole));
    }

    [Test]
    public async Task An_upload_that_has_ended_is_not_listed()
    {
        var bucket = await TestBucket.CreateAsync();
        var (aborted, completed) = (await TestUpload.StartAsync(bucket), await TestUpload.StartAsync(bucket));
        await completed.PutAsync(1, "123456789"u8.ToArray());

        await AwsSurface.S3.AbortMultipartUploadAsync(bucket, "a", aborted.Id);
        await completed.CompleteAsync([], (1, Digits.ETag));
        var uploads = (await AwsSurface.S3.ListMultipartUploadsAsync(bucket)).MultipartUploads;

        Assert.That(uploads ?? [], Is.Empty);
    }

    [TestCase("uploads&max-uploads=x", 400, "InvalidArgument")]
    [TestCase("uploads&max-uploads=0", 200, null)]
    public async Task A_page_has_a_size(string query, int status, string? code)
    {
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.GetAsync($"/{upload.Bucket}?{query}");
        var missing = await Wire.GetAsync($"/{TestBucket.Name()}?uploads");

        Assert.That((answer.Status, answer.Code, answer.Element("Upload")), Is.EqualTo((status, code, (string?)null)));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    /// <summary>An upload that begins in a later millisecond: ids of one have no order.</summary>
    private static async Task<TestUpload> AfterAsync(TestUpload upload)
    {
        while (true)
        {
            var later = await TestUpload.StartAsync(upload.Bucket, upload.Key);
            if (string.CompareOrdinal(later.Id[..12], upload.Id[..12]) > 0)
                return later;
            await AwsSurface.S3.AbortMultipartUploadAsync(later.Bucket, later.Key, later.Id);
        }
    }

    private static async Task<List<string>> ListAsync(ListMultipartUploadsRequest request)
    {
        var found = new List<string>();
        ListMultipartUploadsResponse answer;
        do
        {
            answer = await AwsSurface.S3.ListMultipartUploadsAsync(request);
            found.AddRange((answer.MultipartUploads ?? []).Select(upload => upload.Key).Concat((answer.CommonPrefixes ?? []).Select(prefix => $"{prefix}>")).Order(StringComparer.Ordinal));
            (request.KeyMarker, request.UploadIdMarker) = (answer.NextKeyMarker, answer.NextUploadIdMarker);
        }
        while (answer.IsTruncated == true && found.Count < 100);
        return found;
    }
}
