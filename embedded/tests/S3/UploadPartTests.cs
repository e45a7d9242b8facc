namespace EmbeddedAws.Tests.S3;

public sealed class UploadPartTests
{
    private static readonly byte[] Digits = "123456789"u8.ToArray();

    [Test]
    public async Task A_part_has_its_md5_as_ETag_and_replaces_one_with_its_number()
    {
        var upload = await TestUpload.StartAsync();

        var first = await upload.PutAsync(2, "hello"u8.ToArray());
        var second = await upload.PutAsync(2, Digits);
        var parts = (await upload.PartsAsync()).Parts;

        Assert.That((first.Status, second.Status, second.Header("ETag")), Is.EqualTo((200, 200, S3.Digits.ETag)));
        Assert.That(parts.Select(part => (part.PartNumber, part.Size, part.ETag)), Is.EqualTo([((int?)2, (long?)9, S3.Digits.ETag)]));
    }

    [TestCase("x-amz-checksum-crc32", "y/Q5Jg==")]
    [TestCase("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    public async Task A_checksum_is_verified_whichever_it_is_where_the_upload_names_none(string header, string value)
    {
        var upload = await TestUpload.StartAsync();

        var right = await upload.PutAsync(1, Digits, (header, value));
        var wrong = await upload.PutAsync(2, [1], (header, value));

        Assert.That((right.Status, right.Header(header)), Is.EqualTo((200, value)));
        Assert.That(wrong, Is.Refused(400, "BadDigest"));
    }

    [Test]
    public async Task A_checksum_has_the_algorithm_that_the_upload_names()
    {
        var upload = await TestUpload.StartAsync(change: request => request.ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.SHA256);

        var other = await upload.PutAsync(1, Digits, ("x-amz-checksum-crc32", "y/Q5Jg=="));
        var none = await upload.PutAsync(1, Digits);

        Assert.That(other, Is.Refused(400, "InvalidRequest"));
        Assert.That(other.Element("Message"), Is.EqualTo("Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32"));
        Assert.That(none, Is.Refused(400, "InvalidRequest"));
    }

    [TestCase("0")]
    [TestCase("10001")]
    [TestCase("-1")]
    [TestCase("one")]
    [TestCase("")]
    public async Task A_part_number_is_from_1_to_10000(string number)
    {
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.PutAsync($"{upload.Target}&partNumber={number}", Digits);

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
        Assert.That(answer.Element("ArgumentName"), Is.EqualTo("partNumber"));
    }

    [TestCase("none", "a")]
    [TestCase(null, "b")]
    public async Task An_upload_that_is_not_there_is_404(string? id, string key)
    {
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.PutAsync($"/{upload.Bucket}/{key}?partNumber=1&uploadId={id ?? upload.Id}", Digits);
        var noBucket = await Wire.PutAsync($"/{TestBucket.Name()}/a?partNumber=1&uploadId={upload.Id}", Digits);

        Assert.That(answer, Is.Refused(404, "NoSuchUpload"));
        Assert.That(noBucket, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task A_part_comes_by_a_presigned_url()
    {
        var upload = await TestUpload.StartAsync();
        var url = PresignedUrl.Of(upload.Bucket, Amazon.S3.HttpVerb.PUT, "a", request =>
        {
            request.UploadId = upload.Id;
            request.PartNumber = 1;
        });

        var put = await Wire.PutAsync(url, Digits);

        Assert.That((put.Status, put.Header("ETag")), Is.EqualTo((200, S3.Digits.ETag)));
    }
}
