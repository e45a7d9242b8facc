using System.IO.Hashing;
using Amazon.S3;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>The checksum of an object that was uploaded in parts.</summary>
public sealed class MultipartChecksumTests
{
    private static readonly byte[] First = TestUpload.Bytes(TestUpload.PartSize, 3);
    private static readonly byte[] Last = "123456789"u8.ToArray();

    [Test]
    public async Task A_composite_checksum_is_that_of_the_checksums()
    {
        var upload = await TestUpload.StartAsync(change: request => request.ChecksumAlgorithm = ChecksumAlgorithm.CRC32);
        var parts = await PutAsync(upload, "CRC32");

        var answer = await upload.CompleteAsync(parts, ("x-amz-checksum-crc32", $"{Composite()}-2"));
        var head = await HeadAsync(upload);

        Assert.That((answer.Status, answer.Element("ChecksumCRC32"), answer.Element("ChecksumType")), Is.EqualTo((200, $"{Composite()}-2", "COMPOSITE")));
        Assert.That((head.Header("x-amz-checksum-crc32"), head.Header("x-amz-checksum-type")), Is.EqualTo(($"{Composite()}-2", "COMPOSITE")));

        static string Composite() => Base64(Crc32.Hash([.. Reversed(Crc32.Hash(First)), .. Reversed(Crc32.Hash(Last))]));
    }

    [TestCase("CRC32")]
    [TestCase("CRC64NVME")]
    [TestCase(null)]
    public async Task A_checksum_of_the_full_object_is_that_of_its_bytes(string? algorithm)
    {
        var upload = await TestUpload.StartAsync(change: request =>
        {
            request.ChecksumAlgorithm = algorithm is null ? null : ChecksumAlgorithm.FindValue(algorithm);
            request.ChecksumType = algorithm is null ? null : ChecksumType.FULL_OBJECT;
        });
        var parts = await PutAsync(upload, algorithm ?? "CRC64NVME");
        var whole = new Crc64(Crc64ParameterSet.Nvme);
        whole.Append(First);
        whole.Append(Last);
        var expected = algorithm == "CRC32" ? Base64(Crc32.Hash([.. First, .. Last])) : Base64(whole.GetCurrentHash());

        var wrong = await upload.CompleteAsync(parts, ($"x-amz-checksum-{(algorithm ?? "CRC64NVME").ToLowerInvariant()}", algorithm == "CRC32" ? "AAAAAA==" : "AAAAAAAAAAA="));
        var answer = await upload.CompleteAsync(parts);
        var head = await HeadAsync(upload);

        Assert.That(wrong, Is.Refused(400, "BadDigest"));
        Assert.That((answer.Status, answer.Element($"Checksum{algorithm ?? "CRC64NVME"}"), answer.Element("ChecksumType")), Is.EqualTo((200, expected, "FULL_OBJECT")));
        Assert.That(head.Header($"x-amz-checksum-{(algorithm ?? "CRC64NVME").ToLowerInvariant()}"), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_composite_checksum_needs_the_one_of_each_part()
    {
        var upload = await TestUpload.StartAsync(change: request => request.ChecksumAlgorithm = ChecksumAlgorithm.SHA1);
        await upload.PutAsync(1, Last, ("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="));
        string Part(string checksum) => $"<Part><PartNumber>1</PartNumber><ETag>{Digits.ETag}</ETag>{checksum}</Part>";

        var without = await upload.CompleteAsync(Part(""));
        var wrong = await upload.CompleteAsync(Part("<ChecksumSHA1>AAAAAAAAAAAAAAAAAAAAAAAAAAA=</ChecksumSHA1>"));
        var otherType = await upload.CompleteAsync(Part("<ChecksumSHA1>98O8HYCOBHMq32eZZczDTKeuNEE=</ChecksumSHA1>"), ("x-amz-checksum-type", "FULL_OBJECT"));

        Assert.That(without, Is.Refused(400, "InvalidRequest"));
        Assert.That(wrong, Is.Refused(400, "InvalidPart"));
        Assert.That(otherType, Is.Refused(400, "InvalidRequest"));
    }

    /// <summary>Puts both parts, a CRC32 by the SDK (which needs a package more for a CRC64NVME), and names them with their checksums.</summary>
    private static async Task<string> PutAsync(TestUpload upload, string algorithm)
    {
        var xml = "";
        foreach (var (number, bytes) in ((int, byte[])[])[(1, First), (2, Last)])
        {
            if (algorithm != "CRC32")
            {
                await upload.PutAsync(number, bytes);
                continue;
            }

            await AwsSurface.S3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = upload.Bucket,
                Key = upload.Key,
                UploadId = upload.Id,
                PartNumber = number,
                InputStream = new MemoryStream(bytes),
                ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            });
        }

        foreach (var part in (await upload.PartsAsync()).Parts)
        {
            var (element, value) = algorithm == "CRC32" ? ("ChecksumCRC32", part.ChecksumCRC32) : ("ChecksumCRC64NVME", part.ChecksumCRC64NVME);
            xml += $"<Part><PartNumber>{part.PartNumber}</PartNumber><ETag>{part.ETag}</ETag><{element}>{value}</{element}></Part>";
        }

        return xml;
    }

    private static Task<S3Answer> HeadAsync(TestUpload upload) => Wire.SendAsync("HEAD", $"/{upload.Bucket}/{upload.Key}", null, ("x-amz-checksum-mode", "ENABLED"));

    /// <summary>S3 writes the highest byte of a CRC first.</summary>
    private static byte[] Reversed(byte[] crc) => [.. Enumerable.Reverse(crc)];

    private static string Base64(byte[] crc) => Convert.ToBase64String(Reversed(crc));
}
