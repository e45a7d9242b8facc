using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>The pages of a bucket that keeps versions.</summary>
public sealed class VersionListingTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(1000)]
    public async Task Pages_have_every_version_once(int size)
    {
        var bucket = await FilledAsync();
        var all = await VersionedBucket.ListAsync(bucket);

        var paged = await PageAsync(bucket, size, empty: false);

        Assert.That(all, Has.Count.EqualTo(7));
        Assert.That(paged, Is.EqualTo(all.Select(line => line.Split(' ')[..2])));
    }

    /// <summary>What tools do that empty a bucket: they delete each page, and go on after what they have deleted.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task A_bucket_is_emptied_page_by_page(int size)
    {
        var bucket = await FilledAsync();

        await PageAsync(bucket, size, empty: true);

        Assert.That((await Wire.SendAsync("DELETE", $"/{bucket}", null)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task Keys_are_rolled_up_at_the_delimiter()
    {
        var bucket = await VersionedBucket.CreateAsync();
        foreach (var key in (string[])["a", "b/1", "b/1", "b/2", "c"])
            await VersionedBucket.PutAsync($"/{bucket}/{key}", "");

        var first = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Delimiter = "/", MaxKeys = 2 });
        var second = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Delimiter = "/", KeyMarker = first.NextKeyMarker, VersionIdMarker = first.NextVersionIdMarker });
        var inside = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Prefix = "b/" });

        Assert.That((first.Versions.Single().Key, first.CommonPrefixes.Single(), first.IsTruncated), Is.EqualTo(("a", "b/", (bool?)true)));
        Assert.That((second.Versions.Single().Key, second.CommonPrefixes ?? [], second.IsTruncated), Is.EqualTo(("c", new List<string>(), (bool?)false)));
        Assert.That(inside.Versions.Select(version => version.Key), Is.EqualTo(["b/1", "b/1", "b/2"]));
    }

    [TestCase("version-id-marker=null")]
    [TestCase("key-marker=a&version-id-marker=b")]
    public async Task A_marker_of_a_version_needs_a_key_and_is_an_id(string query)
    {
        var bucket = await VersionedBucket.CreateAsync();

        var answer = await Wire.GetAsync($"/{bucket}?versions&{query}");

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
        Assert.That(answer.Element("ArgumentName"), Is.EqualTo("version-id-marker"));
    }

    /// <summary>A bucket with versions from before, while and after its versioning, and with delete markers.</summary>
    private static async Task<string> FilledAsync()
    {
        var bucket = await TestBucket.WithKeysAsync("a", "b");
        await VersionedBucket.SetAsync($"/{bucket}", "Enabled");
        await VersionedBucket.PutAsync($"/{bucket}/a", "2");
        await VersionedBucket.PutAsync($"/{bucket}/a", "3");
        await Wire.SendAsync("DELETE", $"/{bucket}/b", null);
        await Wire.SendAsync("DELETE", $"/{bucket}/c", null);
        await VersionedBucket.SetAsync($"/{bucket}", "Suspended");
        await Wire.PutAsync($"/{bucket}/c", []);
        return bucket;
    }

    private static async Task<IReadOnlyList<string[]>> PageAsync(string bucket, int size, bool empty)
    {
        var (listed, keyMarker, idMarker) = (new List<string[]>(), (string?)null, (string?)null);
        while (true)
        {
            var page = await AwsSurface.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, MaxKeys = size, KeyMarker = keyMarker, VersionIdMarker = idMarker });
            foreach (var version in page.Versions ?? [])
            {
                listed.Add([version.Key, version.VersionId]);
                if (empty)
                    await AwsSurface.S3.DeleteObjectAsync(bucket, version.Key, version.VersionId);
            }

            if (page.IsTruncated != true)
                return listed;
            (keyMarker, idMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
    }
}
