using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class ListObjectsTests
{
    [Test]
    public async Task An_entry_tells_about_its_object_and_its_owner()
    {
        var bucket = (await Digits.PutAsync()).Split('/')[1];

        var answer = await AwsSurface.S3.ListObjectsAsync(bucket);
        var entry = answer.S3Objects.Single();

        Assert.That((entry.Key, entry.Size, entry.ETag, entry.StorageClass.Value, entry.Owner.Id.Length), Is.EqualTo(("digits", (long?)9, Digits.ETag, "STANDARD", 64)));
        Assert.That((answer.Name, answer.MaxKeys, answer.IsTruncated), Is.EqualTo((bucket, (int?)1000, (bool?)false)));
    }

    [TestCase("", "", "a/1 a/2 a/b/1 ab b// b/c")]
    [TestCase("a/", "", "a/1 a/2 a/b/1")]
    [TestCase("", "/", "a/> ab b/>")]
    [TestCase("a/", "/", "a/1 a/2 a/b/>")]
    [TestCase("b/", "/", "b//> b/c")]
    [TestCase("zzz", "/", "")]
    public async Task Prefix_and_delimiter_roll_keys_up_page_by_page(string prefix, string delimiter, string expected)
    {
        var bucket = await TestBucket.WithKeysAsync("a/1", "a/2", "a/b/1", "ab", "b//", "b/c");

        var whole = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter });
        var paged = await ListAsync(new() { BucketName = bucket, Prefix = prefix, Delimiter = delimiter, MaxKeys = 1 });

        Assert.That(string.Join(' ', whole), Is.EqualTo(expected));
        Assert.That(paged, Is.EqualTo(whole));
    }

    [Test]
    public async Task The_next_marker_is_told_with_a_delimiter_only()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b/1", "b/2", "c");

        var plain = await Wire.GetAsync($"/{bucket}?max-keys=2");
        var delimited = await Wire.GetAsync($"/{bucket}?max-keys=2&delimiter=/");

        Assert.That((plain.Element("IsTruncated"), plain.Element("NextMarker")), Is.EqualTo(("true", (string?)null)));
        Assert.That((delimited.Element("IsTruncated"), delimited.Element("NextMarker")), Is.EqualTo(("true", "b/")));
    }

    [Test]
    public async Task A_marker_leaves_out_what_comes_before_and_the_key_itself()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b", "b0");

        var answer = await Wire.GetAsync($"/{bucket}?marker=b&encoding-type=url");

        Assert.That(answer.Element("Marker"), Is.EqualTo("b"));
        Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Contain("<Key>b0</Key>").And.Not.Contain("<Key>b</Key>"));
    }

    [TestCase("?max-keys=-1", 400, "InvalidArgument")]
    [TestCase("?encoding-type=xml", 400, "InvalidArgument")]
    [TestCase("?max-keys=0", 200, null)]
    [TestCase("?start-after=a", 501, "NotImplemented")]
    public async Task A_listing_without_keys_tells_whether_its_parameter_is_valid(string query, int status, string? code)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.GetAsync($"/{bucket}{query}");
        var missing = await Wire.GetAsync($"/{TestBucket.Name()}");

        Assert.That((answer.Status, answer.Code, answer.Element("Contents")), Is.EqualTo((status, code, (string?)null)));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    private static async Task<List<string>> ListAsync(ListObjectsRequest request)
    {
        var found = new List<string>();
        ListObjectsResponse answer;
        do
        {
            answer = await AwsSurface.S3.ListObjectsAsync(request);
            found.AddRange((answer.S3Objects ?? []).Select(stored => stored.Key).Concat((answer.CommonPrefixes ?? []).Select(prefix => $"{prefix}>")).Order(StringComparer.Ordinal));
            request.Marker = answer.NextMarker ?? answer.S3Objects?.LastOrDefault()?.Key;
        }
        while (answer.IsTruncated == true && found.Count < 100);
        return found;
    }
}
