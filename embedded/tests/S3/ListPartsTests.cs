namespace EmbeddedAws.Tests.S3;

public sealed class ListPartsTests
{
    [Test]
    public async Task Parts_are_listed_by_number_in_pages()
    {
        var upload = await TestUpload.StartAsync();
        foreach (var number in (int[])[10_000, 2, 30])
            await upload.PutAsync(number, new byte[number % 7]);

        var first = await AwsSurface.S3.ListPartsAsync(new() { BucketName = upload.Bucket, Key = "a", UploadId = upload.Id, MaxParts = 2 });
        var second = await AwsSurface.S3.ListPartsAsync(new() { BucketName = upload.Bucket, Key = "a", UploadId = upload.Id, PartNumberMarker = $"{first.NextPartNumberMarker}" });

        Assert.That(first.Parts.Select(part => (part.PartNumber, part.Size)), Is.EqualTo([((int?)2, (long?)2), (30, 2)]));
        Assert.That((first.IsTruncated, first.NextPartNumberMarker, first.MaxParts), Is.EqualTo(((bool?)true, (int?)30, (int?)2)));
        Assert.That(second.Parts.Select(part => part.PartNumber), Is.EqualTo([(int?)10_000]));
        Assert.That((second.IsTruncated, second.UploadId), Is.EqualTo(((bool?)false, upload.Id)));
    }

    [TestCase("max-parts=x")]
    [TestCase("max-parts=-1")]
    [TestCase("part-number-marker=x")]
    [TestCase("encoding-type=xml")]
    public async Task A_malformed_parameter_answers_InvalidArgument(string parameter)
    {
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.GetAsync($"{upload.Target}&{parameter}");

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }

    [Test]
    public async Task An_upload_that_is_not_there_is_404()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.GetAsync($"/{bucket}/a?uploadId=none");

        Assert.That(answer, Is.Refused(404, "NoSuchUpload"));
        Assert.That(answer.Element("UploadId"), Is.EqualTo("none"));
    }
}
