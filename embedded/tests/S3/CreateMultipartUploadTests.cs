namespace EmbeddedAws.Tests.S3;

public sealed class CreateMultipartUploadTests
{
    [Test]
    public async Task An_upload_makes_no_object_before_it_is_complete()
    {
        var bucket = await TestBucket.CreateAsync();

        var upload = await TestUpload.StartAsync(bucket);
        var other = await TestUpload.StartAsync(bucket);
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That((upload.Bucket, upload.Key), Is.EqualTo((bucket, "a")));
        Assert.That(other.Id, Is.Not.EqualTo(upload.Id));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_404()
    {
        var answer = await Wire.SendAsync("POST", $"/{TestBucket.Name()}/a?uploads", null);

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    [TestCase("CRC32", null, "COMPOSITE")]
    [TestCase("CRC32C", "FULL_OBJECT", "FULL_OBJECT")]
    [TestCase("crc64nvme", null, "FULL_OBJECT")]
    [TestCase("SHA256", "COMPOSITE", "COMPOSITE")]
    public async Task The_answer_tells_the_checksum_that_the_object_will_have(string algorithm, string? type, string expected)
    {
        var bucket = await TestBucket.CreateAsync();
        (string, string)[] typed = type is null ? [] : [("x-amz-checksum-type", type)];

        var answer = await Wire.SendAsync("POST", $"/{bucket}/a?uploads", null, [("x-amz-checksum-algorithm", algorithm), .. typed]);

        Assert.That((answer.Status, answer.Header("x-amz-checksum-algorithm")), Is.EqualTo((200, algorithm.ToUpperInvariant())));
        Assert.That(answer.Header("x-amz-checksum-type"), Is.EqualTo(expected));
    }

    [TestCase("x-amz-checksum-algorithm", "MD4")]
    [TestCase("x-amz-checksum-type", "FULL_OBJECT")]
    [TestCase("x-amz-checksum-algorithm", "SHA256", "FULL_OBJECT")]
    [TestCase("x-amz-checksum-algorithm", "CRC64NVME", "COMPOSITE")]
    [TestCase("x-amz-checksum-algorithm", "CRC32", "HALF")]
    public async Task A_checksum_that_cannot_be_is_refused(string header, string value, string? type = null)
    {
        var bucket = await TestBucket.CreateAsync();
        (string, string)[] typed = type is null ? [] : [("x-amz-checksum-type", type)];

        var answer = await Wire.SendAsync("POST", $"/{bucket}/a?uploads", null, [(header, value), .. typed]);

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
    }
}
