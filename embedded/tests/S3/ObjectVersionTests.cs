using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>The one version that an object has where its bucket keeps none, which tools name when they empty a bucket.</summary>
public sealed class ObjectVersionTests
{
    [Test]
    public async Task The_versions_of_a_bucket_are_its_objects()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b/1", "b/2", "c");

        var first = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Delimiter = "/", MaxKeys = 2 });
        var second = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Delimiter = "/", KeyMarker = first.NextKeyMarker, VersionIdMarker = first.NextVersionIdMarker });

        Assert.That((first.Versions.Single().Key, first.Versions.Single().VersionId, first.Versions.Single().IsLatest, first.CommonPrefixes.Single()), Is.EqualTo(("a", "null", true, "b/")));
        Assert.That((second.Versions.Single().Key, second.IsTruncated), Is.EqualTo(("c", false)));
    }

    [TestCase("GET", 200)]
    [TestCase("HEAD", 200)]
    [TestCase("DELETE", 204)]
    public async Task An_object_has_the_version_null_and_no_other(string method, int status)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var other = await Wire.SendAsync(method, $"/{bucket}/a?versionId=1", null);
        var named = await Wire.SendAsync(method, $"/{bucket}/a?versionId=null", null);

        Assert.That((other.Status, named.Status), Is.EqualTo((400, status)));
    }

    [TestCase("null", 200)]
    [TestCase("1", 400)]
    public async Task Several_objects_are_deleted_by_their_versions(string version, int status)
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b");
        var body = Encoding.UTF8.GetBytes($"<Delete><Object><Key>a</Key><VersionId>{version}</VersionId></Object></Delete>");
#pragma warning disable CA5351 // S3 wants it.
        var md5 = Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(body));
#pragma warning restore CA5351

        var answer = await Wire.SendAsync("POST", $"/{bucket}?delete", body, ("Content-MD5", md5));
        var left = await AwsSurface.S3.ListVersionsAsync(bucket);

        Assert.That((answer.Status, left.Versions.Count), Is.EqualTo((status, status == 200 ? 1 : 2)));
    }
}
