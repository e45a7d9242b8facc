using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class ChecksumTests
{
    private static readonly byte[] Digits = "123456789"u8.ToArray();

    // The check values of the catalogs: CRC-32/ISO-HDLC cbf43926, CRC-32/ISCSI e3069283, CRC-64/NVME ae8b14860a799888.
    [TestCase("crc32", "y/Q5Jg==")]
    [TestCase("crc32c", "4waSgw==")]
    [TestCase("crc64nvme", "rosUhgp5mIg=")]
    [TestCase("sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [TestCase("sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    public async Task A_checksum_is_verified_stored_and_returned(string algorithm, string value)
    {
        var bucket = await TestBucket.CreateAsync();
        var header = $"x-amz-checksum-{algorithm}";

        var put = await Wire.PutAsync($"/{bucket}/a", Digits, (header, value));
        var get = await Wire.GetAsync($"/{bucket}/a", ("x-amz-checksum-mode", "ENABLED"));
        var plain = await Wire.GetAsync($"/{bucket}/a");
        var wrong = await Wire.PutAsync($"/{bucket}/a", [1], (header, value));

        Assert.That((put.Header(header), get.Header(header), plain.Header(header)), Is.EqualTo((value, value, (string?)null)));
        Assert.That(get.Header("x-amz-checksum-type"), Is.EqualTo("FULL_OBJECT"));
        Assert.That(wrong, Is.Refused(400, "BadDigest"));
    }

    [Test]
    public async Task Without_a_checksum_S3_computes_a_CRC64NVME()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/a", Digits);
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null, ("x-amz-checksum-mode", "ENABLED"));

        Assert.That((put.Header("x-amz-checksum-crc64nvme"), head.Header("x-amz-checksum-crc64nvme")), Is.EqualTo(("rosUhgp5mIg=", "rosUhgp5mIg=")));
    }

    [Test]
    public async Task A_part_of_an_object_has_no_checksum()
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/a", Digits);

        var part = await Wire.GetAsync($"/{bucket}/a", ("x-amz-checksum-mode", "ENABLED"), ("Range", "bytes=1-2"));

        Assert.That((part.Status, part.Header("x-amz-checksum-crc64nvme")), Is.EqualTo((206, (string?)null)));
    }

    [TestCase("x-amz-checksum-crc32", "not base64", "InvalidRequest")]
    [TestCase("x-amz-checksum-crc32", "AAAAAAAA", "InvalidRequest")]
    [TestCase("x-amz-sdk-checksum-algorithm", "CRC32", "InvalidRequest")]
    [TestCase("x-amz-sdk-checksum-algorithm", "MD4", "InvalidRequest")]
    [TestCase("x-amz-trailer", "x-amz-checksum-crc32", "InvalidRequest")]
    [TestCase("Content-MD5", "AAAA", "InvalidDigest")]
    [TestCase("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [TestCase("x-amz-content-sha256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb226", "XAmzContentSHA256Mismatch")]
    [TestCase("x-amz-content-sha256", "short", "InvalidArgument")]
    public async Task A_digest_that_is_wrong_is_refused_and_leaves_nothing(string header, string value, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/a", Digits, (header, value));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(put, Is.Refused(400, code));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [TestCase("Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    [TestCase("x-amz-content-sha256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    public async Task A_digest_that_is_right_is_accepted(string header, string value)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/a", Digits, (header, value));

        Assert.That(put.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Two_checksums_are_one_too_many()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/a", Digits, ("x-amz-checksum-crc32", "y/Q5Jg=="), ("x-amz-checksum-crc32c", "4waSgw=="));

        Assert.That(put, Is.Refused(400, "InvalidRequest"));
    }

    [Test]
    public async Task The_sdk_verifies_what_it_gets()
    {
        var bucket = await TestBucket.CreateAsync();
        await AwsSurface.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "a", ContentBody = "123456789", ChecksumAlgorithm = ChecksumAlgorithm.SHA256 });

        using var got = await AwsSurface.S3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "a", ChecksumMode = ChecksumMode.ENABLED });
        using var reader = new StreamReader(got.ResponseStream);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("123456789"));
        Assert.That(got.ChecksumSHA256, Is.EqualTo("FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="));
    }
}
