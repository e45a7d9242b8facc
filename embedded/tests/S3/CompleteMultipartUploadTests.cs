using System.Security.Cryptography;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace EmbeddedAws.Tests.S3;

public sealed class CompleteMultipartUploadTests
{
    private static readonly byte[] First = TestUpload.Bytes(TestUpload.PartSize, 1);
    private static readonly byte[] Last = "123456789"u8.ToArray();

    [Test]
    public async Task The_parts_become_one_object()
    {
        var upload = await TestUpload.StartAsync(change: request =>
        {
            request.ContentType = "image/png";
            request.Metadata["color"] = "red";
        });
        var (first, last) = (await upload.PutAsync(3, First), await upload.PutAsync(7, Last));
        await upload.PutAsync(9, "left out"u8.ToArray());

        var answer = await upload.CompleteAsync([], (3, first.Header("ETag")!), (7, last.Header("ETag")!.Trim('"')));
        var get = await Wire.GetAsync($"/{upload.Bucket}/a");
        var again = await upload.PutAsync(1, Last);

        var etag = $"\"{Convert.ToHexStringLower(Md5([.. Md5(First), .. Md5(Last)]))}-2\"";
        Assert.That((answer.Status, answer.Element("ETag"), answer.Element("Key")), Is.EqualTo((200, etag, "a")));
        Assert.That(answer.Element("Location"), Is.EqualTo($"{AwsSurface.Endpoint}{upload.Bucket}/a"));
        Assert.That(get.Body, Is.EqualTo((byte[])[.. First, .. Last]));
        Assert.That((get.Header("ETag"), get.Header("Content-Type"), get.Header("x-amz-meta-color")), Is.EqualTo((etag, "image/png", "red")));
        Assert.That(again, Is.Refused(404, "NoSuchUpload"));
    }

    [Test]
    public async Task The_sdk_uploads_a_large_file_and_verifies_what_it_gets()
    {
        var bucket = await TestBucket.CreateAsync();
        var bytes = TestUpload.Bytes((3 * TestUpload.PartSize) + 1, 2);
        using var transfer = new TransferUtility(AwsSurface.S3, new TransferUtilityConfig { MinSizeBeforePartUpload = TestUpload.PartSize });

        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = bucket, Key = "a", InputStream = new MemoryStream(bytes), PartSize = TestUpload.PartSize });
        using var got = await AwsSurface.S3.GetObjectAsync(bucket, "a");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);

        Assert.That(copy.ToArray(), Is.EqualTo(bytes));
        Assert.That(got.ETag, Does.EndWith("-4\""));
    }

    [TestCase(7, 3, "InvalidPartOrder")]
    [TestCase(3, 3, "InvalidPartOrder")]
    [TestCase(3, 4, "InvalidPart")]
    [TestCase(7, 9, "EntityTooSmall")]
    public async Task Parts_that_cannot_be_put_together_are_refused_and_stay(int one, int other, string code)
    {
        var upload = await TestUpload.StartAsync();
        foreach (var number in (int[])[3, 7, 9])
            await upload.PutAsync(number, number == 3 ? First : Last);
        var parts = (await upload.PartsAsync()).Parts;
        string ETag(int number) => parts.FirstOrDefault(part => part.PartNumber == number)?.ETag ?? Digits.ETag;

        var answer = await upload.CompleteAsync([], (one, ETag(one)), (other, ETag(other)));
        var get = await Wire.GetAsync($"/{upload.Bucket}/a");
        var after = (await upload.PartsAsync()).Parts;

        Assert.That(answer, Is.Refused(400, code));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
        Assert.That(after, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_part_that_is_too_small_is_told_with_its_number()
    {
        var upload = await TestUpload.StartAsync();
        await upload.PutAsync(1, Last);
        await upload.PutAsync(2, Last);

        var answer = await upload.CompleteAsync([], (1, Digits.ETag), (2, Digits.ETag));

        Assert.That((answer.Element("ProposedSize"), answer.Element("MinSizeAllowed"), answer.Element("PartNumber")), Is.EqualTo(("9", "5242880", "1")));
    }

    [Test]
    public async Task A_part_whose_ETag_differs_is_refused()
    {
        var upload = await TestUpload.StartAsync();
        await upload.PutAsync(1, "hello"u8.ToArray());

        var answer = await upload.CompleteAsync([], (1, Digits.ETag));

        Assert.That(answer, Is.Refused(400, "InvalidPart"));
    }

    [TestCase("")]
    [TestCase("<Part><PartNumber>1</PartNumber></Part>")]
    [TestCase("<Part><PartNumber>x</PartNumber><ETag>x</ETag></Part>")]
    [TestCase("<Part><PartNumber>1</PartNumber><ETag>x</ETag><Other>1</Other></Part>")]
    [TestCase("<Other/>")]
    [TestCase("<Part>")]
    public async Task A_body_that_names_no_parts_is_malformed(string parts)
    {
        var upload = await TestUpload.StartAsync();

        var answer = await upload.CompleteAsync(parts);

        Assert.That(answer, Is.Refused(400, "MalformedXML"));
    }

    [TestCase("If-None-Match", "*", 412, "PreconditionFailed")]
    [TestCase("If-Match", "\"0\"", 412, "PreconditionFailed")]
    [TestCase("If-Match", Digits.ETag, 200, null)]
    [TestCase("x-amz-mp-object-size", "8", 400, "InvalidRequest")]
    [TestCase("x-amz-mp-object-size", "9", 200, null)]
    public async Task A_completion_may_have_conditions(string header, string value, int status, string? code)
    {
        var path = await Digits.PutAsync();
        var upload = await TestUpload.StartAsync(path.Split('/')[1], "digits");
        await upload.PutAsync(1, Last);

        var answer = await upload.CompleteAsync([(header, value)], (1, Digits.ETag));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
    }

    [Test, Repeat(20)]
    public async Task Of_eight_completions_at_once_one_wins()
    {
        var upload = await TestUpload.StartAsync();
        await upload.PutAsync(1, Last);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => upload.CompleteAsync([], (1, Digits.ETag))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => answer.Code), Is.All.EqualTo("NoSuchUpload"));
    }

    [Test]
    public void The_sdk_is_told_that_there_is_no_upload()
    {
        var request = new CompleteMultipartUploadRequest { BucketName = TestBucket.Name(), Key = "a", UploadId = "none", PartETags = [new PartETag(1, Digits.ETag)] };

        Assert.That(() => AwsSurface.S3.CompleteMultipartUploadAsync(request), Is.S3Error(404, "NoSuchBucket"));
    }

    private static byte[] Md5(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes);
}
