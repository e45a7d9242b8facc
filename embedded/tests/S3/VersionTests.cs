using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>What a bucket keeps whose versioning is enabled.</summary>
public sealed class VersionTests
{
    [Test]
    public async Task Each_put_is_a_version_that_can_be_read()
    {
        var bucket = await VersionedBucket.CreateAsync();

        var (first, second) = (await VersionedBucket.PutAsync($"/{bucket}/a", "one"), await VersionedBucket.PutAsync($"/{bucket}/a", "second"));
        var (old, current) = (await Wire.GetAsync($"/{bucket}/a?versionId={first}"), await Wire.GetAsync($"/{bucket}/a"));
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a?versionId={first}", null);

        Assert.That((Text(old), old.Header("x-amz-version-id"), head.Header("Content-Length")), Is.EqualTo(("one", first, "3")));
        Assert.That((Text(current), current.Header("x-amz-version-id")), Is.EqualTo(("second", second)));
        Assert.That(await VersionedBucket.ListAsync(bucket), Is.EqualTo([$"a {second} *", $"a {first}"]));
    }

    [Test]
    public async Task A_delete_leaves_a_marker_and_without_the_marker_the_object_is_back()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var version = await VersionedBucket.PutAsync($"/{bucket}/a", "one");

        var delete = await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        var marker = delete.Header("x-amz-version-id")!;
        var (get, head) = (await Wire.GetAsync($"/{bucket}/a"), await Wire.SendAsync("HEAD", $"/{bucket}/a", null));
        var named = await Wire.GetAsync($"/{bucket}/a?versionId={marker}");
        var keys = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket });
        var versions = await VersionedBucket.ListAsync(bucket);
        var undelete = await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={marker}", null);
        var back = await Wire.GetAsync($"/{bucket}/a");

        Assert.That((delete.Status, delete.Header("x-amz-delete-marker")), Is.EqualTo((204, "true")));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
        Assert.That((get.Header("x-amz-delete-marker"), get.Header("x-amz-version-id"), head.Status, head.Header("x-amz-delete-marker")), Is.EqualTo(("true", marker, 404, "true")));
        Assert.That(named, Is.Refused(405, "MethodNotAllowed"));
        Assert.That((named.Header("Allow"), named.Header("x-amz-delete-marker")), Is.EqualTo(("DELETE", "true")));
        Assert.That((keys.KeyCount, string.Join(", ", versions)), Is.EqualTo((0, $"a {marker} M *, a {version}")));
        Assert.That((undelete.Header("x-amz-delete-marker"), undelete.Header("x-amz-version-id"), Text(back)), Is.EqualTo(("true", marker, "one")));
    }

    [Test]
    public async Task Where_the_current_version_is_deleted_the_newest_that_is_left_is_current()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var ids = new List<string>();
        foreach (var text in (string[])["1", "2", "3"])
            ids.Add(await VersionedBucket.PutAsync($"/{bucket}/a", text));

        var middle = await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={ids[1]}", null);
        await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={ids[2]}", null);
        var left = await Wire.GetAsync($"/{bucket}/a");
        var gone = await Wire.GetAsync($"/{bucket}/a?versionId={ids[2]}");
        var again = await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={ids[2]}", null);

        Assert.That((middle.Status, middle.Header("x-amz-delete-marker"), again.Status), Is.EqualTo((204, (string?)null, 204)));
        Assert.That((Text(left), left.Header("x-amz-version-id")), Is.EqualTo(("1", ids[0])));
        Assert.That(gone, Is.Refused(404, "NoSuchVersion"));
        Assert.That(gone.Element("VersionId"), Is.EqualTo(ids[2]));
    }

    [Test]
    public async Task What_was_there_before_is_the_version_null_which_a_suspended_bucket_replaces()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        await VersionedBucket.SetAsync($"/{bucket}", "Enabled");
        var version = await VersionedBucket.PutAsync($"/{bucket}/a", "kept");
        var enabled = await VersionedBucket.ListAsync(bucket);
        await VersionedBucket.SetAsync($"/{bucket}", "Suspended");

        var put = await Wire.PutAsync($"/{bucket}/a", "new"u8.ToArray());
        var get = await Wire.GetAsync($"/{bucket}/a");
        var suspended = await VersionedBucket.ListAsync(bucket);
        var delete = await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        var deleted = await VersionedBucket.ListAsync(bucket);

        Assert.That(enabled, Is.EqualTo([$"a {version} *", "a null"]));
        Assert.That((put.Header("x-amz-version-id"), get.Header("x-amz-version-id"), Text(get)), Is.EqualTo(((string?)null, "null", "new")));
        Assert.That(suspended, Is.EqualTo(["a null *", $"a {version}"]));
        Assert.That((delete.Header("x-amz-delete-marker"), delete.Header("x-amz-version-id")), Is.EqualTo(("true", "null")));
        Assert.That(deleted, Is.EqualTo(["a null M *", $"a {version}"]));
    }

    [Test]
    public async Task An_older_version_is_copied_over_the_current_one()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var first = await VersionedBucket.PutAsync($"/{bucket}/a", "one");
        await VersionedBucket.PutAsync($"/{bucket}/a", "two");

        var copy = await Wire.PutAsync($"/{bucket}/a", [], ("x-amz-copy-source", $"{bucket}/a?versionId={first}"));
        var get = await Wire.GetAsync($"/{bucket}/a");
        var marker = (await Wire.SendAsync("DELETE", $"/{bucket}/a", null)).Header("x-amz-version-id");
        var ofMarker = await Wire.PutAsync($"/{bucket}/b", [], ("x-amz-copy-source", $"{bucket}/a?versionId={marker}"));
        var ofDeleted = await Wire.PutAsync($"/{bucket}/b", [], ("x-amz-copy-source", $"{bucket}/a"));

        Assert.That((copy.Status, copy.Header("x-amz-copy-source-version-id"), Text(get)), Is.EqualTo((200, first, "one")));
        Assert.That(get.Header("x-amz-version-id"), Is.EqualTo(copy.Header("x-amz-version-id")).And.Not.EqualTo(first));
        Assert.That(ofMarker, Is.Refused(400, "InvalidRequest"));
        Assert.That(ofDeleted, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task Conditions_go_by_the_current_version()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var first = await Wire.PutAsync($"/{bucket}/a", "one"u8.ToArray());
        await VersionedBucket.PutAsync($"/{bucket}/a", "two");

        var old = await Wire.PutAsync($"/{bucket}/a", [], ("If-Match", first.Header("ETag")!));
        var there = await Wire.PutAsync($"/{bucket}/a", [], ("If-None-Match", "*"));
        await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        var delete = await Wire.SendAsync("DELETE", $"/{bucket}/a", null, ("If-Match", "*"));
        var deleted = await Wire.PutAsync($"/{bucket}/a", [], ("If-None-Match", "*"));

        Assert.That((old.Code, there.Code), Is.EqualTo(("PreconditionFailed", "PreconditionFailed")));
        Assert.That(delete, Is.Refused(404, "NoSuchKey"));
        Assert.That(deleted.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_bucket_is_not_empty_as_long_as_it_has_versions()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var version = await VersionedBucket.PutAsync($"/{bucket}/a", "one");
        var marker = (await Wire.SendAsync("DELETE", $"/{bucket}/a", null)).Header("x-amz-version-id");

        var full = await Wire.SendAsync("DELETE", $"/{bucket}", null);
        await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={version}", null);
        var withMarker = await Wire.SendAsync("DELETE", $"/{bucket}", null);
        await Wire.SendAsync("DELETE", $"/{bucket}/a?versionId={marker}", null);
        var empty = await Wire.SendAsync("DELETE", $"/{bucket}", null);

        Assert.That(full, Is.Refused(409, "BucketNotEmpty"));
        Assert.That((withMarker.Code, empty.Status), Is.EqualTo(("BucketNotEmpty", 204)));
    }

    [Test]
    public async Task An_upload_in_parts_makes_a_version_too()
    {
        var bucket = await VersionedBucket.CreateAsync();
        await VersionedBucket.PutAsync($"/{bucket}/a", "one");
        var upload = (await AwsSurface.S3.InitiateMultipartUploadAsync(bucket, "a")).UploadId;
        var part = await AwsSurface.S3.UploadPartAsync(new() { BucketName = bucket, Key = "a", UploadId = upload, PartNumber = 1, InputStream = new MemoryStream("part"u8.ToArray()) });

        var done = await AwsSurface.S3.CompleteMultipartUploadAsync(new() { BucketName = bucket, Key = "a", UploadId = upload, PartETags = [new(1, part.ETag)] });

        Assert.That((await VersionedBucket.ListAsync(bucket))[0], Is.EqualTo($"a {done.VersionId} *"));
        Assert.That(Text(await Wire.GetAsync($"/{bucket}/a?versionId={done.VersionId}")), Is.EqualTo("part"));
    }

    [Test]
    public async Task Several_deletes_tell_their_markers_and_versions()
    {
        var bucket = await VersionedBucket.CreateAsync();
        var (a, b) = (await VersionedBucket.PutAsync($"/{bucket}/a", "one"), await VersionedBucket.PutAsync($"/{bucket}/b", "one"));

        var first = (await AwsSurface.S3.DeleteObjectsAsync(new() { BucketName = bucket, Objects = [new() { Key = "a" }, new() { Key = "b", VersionId = b }] })).DeletedObjects;
        var second = (await AwsSurface.S3.DeleteObjectsAsync(new() { BucketName = bucket, Objects = [new() { Key = "a", VersionId = first[0].DeleteMarkerVersionId }] })).DeletedObjects;

        Assert.That((first[0].DeleteMarker, first[0].VersionId, first[1].DeleteMarker, first[1].VersionId), Is.EqualTo(((bool?)true, (string?)null, (bool?)null, b)));
        Assert.That((second[0].DeleteMarker, second[0].VersionId, second[0].DeleteMarkerVersionId), Is.EqualTo(((bool?)true, first[0].DeleteMarkerVersionId, first[0].DeleteMarkerVersionId)));
        Assert.That(await VersionedBucket.ListAsync(bucket), Is.EqualTo([$"a {a} *"]));
    }

    private static string Text(S3Answer answer) => Encoding.UTF8.GetString(answer.Body);
}
