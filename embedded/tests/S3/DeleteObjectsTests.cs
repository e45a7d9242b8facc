using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class DeleteObjectsTests
{
    [Test]
    public async Task Many_objects_are_deleted_at_once_whether_they_were_there_or_not()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b ü&<", "stays");

        var answer = await AwsSurface.S3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = [new() { Key = "a" }, new() { Key = "b ü&<" }, new() { Key = "never was" }] });
        var left = (await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket })).S3Objects;

        Assert.That(answer.DeletedObjects.Select(deleted => deleted.Key), Is.EqualTo(["a", "b ü&<", "never was"]));
        Assert.That(left.Select(stored => stored.Key), Is.EqualTo(["stays"]));
    }

    [Test]
    public async Task A_quiet_request_is_told_of_failures_only()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await DeleteAsync(bucket, "<Object><Key>a</Key></Object><Quiet>true</Quiet>");
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That((answer.Status, answer.Element("Deleted"), answer.Element("Error")), Is.EqualTo((200, (string?)null, (string?)null)));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [TestCase("Content-MD5", "", "InvalidDigest")]
    [TestCase("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [TestCase("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [TestCase("x-other", "x", "InvalidRequest")]
    public async Task The_body_needs_a_digest_that_is_right(string header, string value, string code)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync("POST", $"/{bucket}?delete", Xml("<Object><Key>a</Key></Object>"), (header, value));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer, Is.Refused(400, code));
        Assert.That(get.Status, Is.EqualTo(200));
    }

    [TestCase("")]
    [TestCase("<Object/>")]
    [TestCase("<Object><Key></Key></Object>")]
    [TestCase("<Object><Key>a</Key><Key>b</Key></Object>")]
    [TestCase("<Quiet>perhaps</Quiet><Object><Key>a</Key></Object>")]
    [TestCase("<Other/>")]
    [TestCase("<Object><Key>a</Key>")]
    public async Task A_body_that_names_no_keys_is_malformed(string content)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await DeleteAsync(bucket, content);

        Assert.That(answer, Is.Refused(400, "MalformedXML"));
    }

    [TestCase(1000, 200)]
    [TestCase(1001, 400)]
    public async Task A_request_has_at_most_1000_keys(int count, int status)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await DeleteAsync(bucket, string.Concat(Enumerable.Range(0, count).Select(n => $"<Object><Key>{n}</Key></Object>")));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_version_that_no_object_has_is_refused()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await DeleteAsync(bucket, "<Object><Key>a</Key><VersionId>1</VersionId></Object>");

        Assert.That((answer.Status, answer.Element("ArgumentName")), Is.EqualTo((400, "versionId")));
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_404()
    {
        var answer = await DeleteAsync(TestBucket.Name(), "<Object><Key>a</Key></Object>");

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    /// <summary>Building a tree of it would take hours: its cost is the square of its depth.</summary>
    [Test]
    public async Task Xml_of_any_depth_is_refused_at_once()
    {
        var bucket = await TestBucket.CreateAsync();
        const int Depth = 500_000;

        var answer = await DeleteAsync(bucket, $"{new StringBuilder().Insert(0, "<a>", Depth)}{new StringBuilder().Insert(0, "</a>", Depth)}");

        Assert.That(answer, Is.Refused(400, "MalformedXML"));
    }

    private static Task<S3Answer> DeleteAsync(string bucket, string content)
    {
        var body = Xml(content);
        return Wire.SendAsync("POST", $"/{bucket}?delete", body, ("Content-MD5", Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.MD5, body))));
    }

    private static byte[] Xml(string content) => Encoding.UTF8.GetBytes($"<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{content}</Delete>");
}
