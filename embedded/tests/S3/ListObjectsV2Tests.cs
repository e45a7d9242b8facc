using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class ListObjectsV2Tests
{
    [Test]
    public async Task Keys_come_in_the_order_of_their_bytes()
    {
        var bucket = await TestBucket.WithKeysAsync("b", "a", "ü", "Z", "a/b", "\U0001F600", "\uFF61", "a0");

        var answer = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket });

        // U+1F600 is after U+FF61 in UTF-8, though before it in UTF-16.
        Assert.That(Keys(answer), Is.EqualTo("Z a a/b a0 b ü \uFF61 \U0001F600"));
        Assert.That((answer.KeyCount, answer.IsTruncated, answer.MaxKeys), Is.EqualTo((8, false, 1000)));
    }

    [Test]
    public async Task An_entry_tells_about_its_object()
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/a", "hello"u8.ToArray());

        var entry = (await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket, FetchOwner = true })).S3Objects.Single();
        var unowned = (await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket })).S3Objects.Single();

        Assert.That((entry.Size, entry.ETag, entry.StorageClass.Value), Is.EqualTo((5L, "\"5d41402abc4b2a76b9719d911017c592\"", "STANDARD")));
        Assert.That(entry.ChecksumAlgorithm.Single(), Is.EqualTo("CRC64NVME"));
        Assert.That(entry.LastModified!.Value.ToUniversalTime(), Is.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
        Assert.That((entry.Owner?.Id.Length, unowned.Owner?.Id), Is.EqualTo((64, (string?)null)));
    }

    [TestCase("", "", "a/1 a/2 a/b/1 ab b// b/c")]
    [TestCase("a/", "", "a/1 a/2 a/b/1")]
    [TestCase("", "/", "a/> ab b/>")]
    [TestCase("a/", "/", "a/1 a/2 a/b/>")]
    [TestCase("a", "/", "a/> ab")]
    [TestCase("b/", "/", "b//> b/c")]
    [TestCase("", "/b/", "a/1 a/2 a/b/> ab b// b/c")]
    [TestCase("zzz", "/", "")]
    public async Task Prefix_and_delimiter_roll_keys_up(string prefix, string delimiter, string expected)
    {
        var bucket = await TestBucket.WithKeysAsync("a/1", "a/2", "a/b/1", "ab", "b//", "b/c");

        var whole = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter });
        var paged = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter, MaxKeys = 1 });

        Assert.That(string.Join(' ', whole.Order(StringComparer.Ordinal)), Is.EqualTo(expected));
        Assert.That(paged.Order(StringComparer.Ordinal), Is.EqualTo(whole.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Start_after_leaves_out_what_comes_before_and_the_key_itself()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b", "b\u0001", "c");

        var answer = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket, StartAfter = "b", Encoding = Amazon.S3.EncodingType.Url });

        Assert.That(Keys(answer), Is.EqualTo("b%01 c"));
    }

    [Test]
    public async Task A_deleted_key_does_not_break_the_next_page()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b", "c");

        var first = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket, MaxKeys = 1 });
        await AwsSurface.S3.DeleteObjectAsync(bucket, "b");
        var second = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket, ContinuationToken = first.NextContinuationToken });

        Assert.That((first.IsTruncated, second.IsTruncated), Is.EqualTo((true, false)));
        Assert.That(Keys(second), Is.EqualTo("c"));
    }

    [TestCase("0", "0", "0", "false")]
    [TestCase("2", "2", "2", "true")]
    [TestCase("3", "3", "3", "false")]
    [TestCase("5000", "1000", "3", "false")]
    public async Task Max_keys_bounds_the_page(string maxKeys, string said, string count, string truncated)
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b", "c");

        var answer = await Wire.GetAsync($"/{bucket}?list-type=2&max-keys={maxKeys}");

        Assert.That((answer.Element("MaxKeys"), answer.Element("KeyCount"), answer.Element("IsTruncated")), Is.EqualTo((said, count, truncated)));
    }

    [TestCase("max-keys=-1")]
    [TestCase("max-keys=x")]
    [TestCase("continuation-token=x")]
    [TestCase("continuation-token=1.%21")]
    [TestCase("encoding-type=xml")]
    [TestCase("fetch-owner=maybe")]
    [TestCase("prefix=a&prefix=b")]
    public async Task A_malformed_parameter_answers_InvalidArgument(string parameter)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.GetAsync($"/{bucket}?list-type=2&{parameter}");

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }

    [TestCase("list-type=2")]
    [TestCase("list-type=2&max-keys=0")]
    public async Task A_bucket_that_is_not_there_is_404(string query)
    {
        var answer = await Wire.GetAsync($"/{TestBucket.Name()}?{query}");

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task Url_encoding_carries_any_key()
    {
        var bucket = await TestBucket.WithKeysAsync("a b+ü/\u0001");

        var answer = await Wire.GetAsync($"/{bucket}?list-type=2&encoding-type=url&prefix=a%20");

        Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Contain("<Key>a%20b%2B%C3%BC/%01</Key>"));
        Assert.That((answer.Element("EncodingType"), answer.Element("Prefix")), Is.EqualTo(("url", "a%20")));
    }

    private static string Keys(ListObjectsV2Response answer) => string.Join(' ', answer.S3Objects.Select(o => o.Key));

    private static async Task<List<string>> ListAsync(ListObjectsV2Request request)
    {
        var found = new List<string>();
        ListObjectsV2Response answer;
        do
        {
            answer = await AwsSurface.S3.ListObjectsV2Async(request);
            found.AddRange((answer.S3Objects ?? []).Select(o => o.Key));
            found.AddRange((answer.CommonPrefixes ?? []).Select(p => $"{p}>"));
            request.ContinuationToken = answer.NextContinuationToken;
        }
        while (answer.IsTruncated == true);
        return found;
    }
}
