using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class CopyObjectTests
{
    private const string Illegal =
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, "
        + "website redirect location or encryption attributes.";

    [TestCase("a")]
    [TestCase("a b+ü/(1)%41.txt")]
    public async Task An_object_is_copied_with_its_metadata(string key)
    {
        var (bucket, target) = (await TestBucket.CreateAsync(), await TestBucket.CreateAsync());
        var put = new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "123456789", ContentType = "image/png" };
        put.Metadata["color"] = "red";
        await AwsSurface.S3.PutObjectAsync(put);

        var copied = await AwsSurface.S3.CopyObjectAsync(bucket, key, target, "copy");
        var get = await Wire.GetAsync($"/{target}/copy");

        Assert.That(copied.ETag, Is.EqualTo(Digits.ETag));
        Assert.That(DateTime.Parse(copied.LastModified, null).ToUniversalTime(), Is.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
        Assert.That(get.Body, Is.EqualTo("123456789"u8.ToArray()));
        Assert.That((get.Header("ETag"), get.Header("Content-Type"), get.Header("x-amz-meta-color")), Is.EqualTo((Digits.ETag, "image/png", "red")));
    }

    [Test]
    public async Task REPLACE_takes_the_metadata_of_the_request_also_onto_the_object_itself()
    {
        var path = await Digits.PutAsync();

        var copied = await Wire.PutAsync(path, [], ("x-amz-copy-source", path), ("x-amz-metadata-directive", "REPLACE"), ("x-amz-meta-a", "b"), ("Content-Type", "text/x"));
        var get = await Wire.GetAsync(path);

        Assert.That((copied.Status, copied.Element("ETag")), Is.EqualTo((200, Digits.ETag)));
        Assert.That(get.Body, Is.EqualTo("123456789"u8.ToArray()));
        Assert.That((get.Header("x-amz-meta-a"), get.Header("Content-Type")), Is.EqualTo(("b", "text/x")));
    }

    [TestCase(null)]
    [TestCase("COPY")]
    public async Task A_copy_onto_itself_that_changes_nothing_is_refused(string? directive)
    {
        var path = await Digits.PutAsync();
        (string, string)[] headers = directive is null ? [] : [("x-amz-metadata-directive", directive)];

        var answer = await Wire.PutAsync(path, [], [("x-amz-copy-source", path), .. headers]);

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
        Assert.That(answer.Element("Message"), Is.EqualTo(Illegal));
    }

    [TestCase("if-match", Digits.ETag, 200)]
    [TestCase("if-match", "\"0\"", 412)]
    [TestCase("if-none-match", Digits.ETag, 412)]
    [TestCase("if-none-match", "\"0\"", 200)]
    [TestCase("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT", 412)]
    [TestCase("if-modified-since", "Mon, 01 Jan 2001 00:00:00 GMT", 200)]
    [TestCase("if-unmodified-since", "Fri, 01 Jan 2100 00:00:00 GMT", 200)]
    [TestCase("if-unmodified-since", "Mon, 01 Jan 2001 00:00:00 GMT", 412)]
    public async Task A_copy_may_want_a_certain_source(string condition, string value, int status)
    {
        var path = await Digits.PutAsync();

        var answer = await Wire.PutAsync($"{path}-copy", [], ("x-amz-copy-source", path), ($"x-amz-copy-source-{condition}", value));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, status == 200 ? null : "PreconditionFailed")));
    }

    [TestCase("If-None-Match", "*")]
    [TestCase("If-Match", "\"0\"")]
    public async Task A_copy_may_want_a_certain_target(string header, string value)
    {
        var path = await Digits.PutAsync();
        var target = await Digits.PutAsync();

        var answer = await Wire.PutAsync(target, [], ("x-amz-copy-source", path), (header, value));

        Assert.That(answer, Is.Refused(412, "PreconditionFailed"));
    }

    [TestCase("{0}/none", 404, "NoSuchKey")]
    [TestCase("no-such-bucket/a", 404, "NoSuchBucket")]
    [TestCase("{0}", 400, "InvalidArgument")]
    [TestCase("{0}/", 400, "InvalidArgument")]
    [TestCase("%zz/a", 400, "InvalidArgument")]
    [TestCase("UPPER/a", 400, "InvalidBucketName")]
    [TestCase("{0}/digits?versionId=1", 400, "InvalidArgument")]
    [TestCase("{0}/digits?versionId=00000000000000000000000000000001", 404, "NoSuchVersion")]
    [TestCase("{0}/digits?other=1", 501, "NotImplemented")]
    [TestCase("{0}/digits?versionId=null", 200, null)]
    [TestCase("/{0}%2Fdigits", 200, null)]
    public async Task The_source_is_a_bucket_and_a_key(string source, int status, string? code)
    {
        var bucket = (await Digits.PutAsync()).Split('/')[1];

        var answer = await Wire.PutAsync($"/{bucket}/copy", [], ("x-amz-copy-source", source.Replace("{0}", bucket, StringComparison.Ordinal)));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task A_target_bucket_that_is_not_there_is_404()
    {
        var path = await Digits.PutAsync();

        var answer = await Wire.PutAsync($"/{TestBucket.Name()}/copy", [], ("x-amz-copy-source", path));

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    [TestCase("x-amz-metadata-directive", "MOVE", "InvalidArgument")]
    [TestCase("x-amz-checksum-algorithm", "MD4", "InvalidRequest")]
    public async Task A_header_that_cannot_be_is_refused(string header, string value, string code)
    {
        var path = await Digits.PutAsync();

        var answer = await Wire.PutAsync($"{path}-copy", [], ("x-amz-copy-source", path), (header, value));

        Assert.That(answer, Is.Refused(400, code));
    }

    [Test]
    public async Task A_copy_gets_the_checksum_that_is_asked_for()
    {
        var path = await Digits.PutAsync();

        var plain = await Wire.PutAsync($"{path}-1", [], ("x-amz-copy-source", path));
        var sha1 = await Wire.PutAsync($"{path}-2", [], ("x-amz-copy-source", path), ("x-amz-checksum-algorithm", "SHA1"));

        Assert.That((plain.Element("ChecksumCRC64NVME"), sha1.Element("ChecksumSHA1")), Is.EqualTo(("rosUhgp5mIg=", "98O8HYCOBHMq32eZZczDTKeuNEE=")));
    }

    [Test]
    public async Task A_copy_of_an_object_in_parts_is_one_part()
    {
        var upload = await TestUpload.StartAsync(change: request => request.ChecksumAlgorithm = ChecksumAlgorithm.SHA1);
        await upload.PutAsync(1, "123456789"u8.ToArray(), ("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="));
        await upload.CompleteAsync($"<Part><PartNumber>1</PartNumber><ETag>{Digits.ETag}</ETag><ChecksumSHA1>98O8HYCOBHMq32eZZczDTKeuNEE=</ChecksumSHA1></Part>");

        var copied = await Wire.PutAsync($"/{upload.Bucket}/copy", [], ("x-amz-copy-source", $"{upload.Bucket}/a"));

        Assert.That((copied.Status, copied.Element("ETag"), copied.Element("ChecksumSHA1")), Is.EqualTo((200, Digits.ETag, "98O8HYCOBHMq32eZZczDTKeuNEE=")));
    }
}
