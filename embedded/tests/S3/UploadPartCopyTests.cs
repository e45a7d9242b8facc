using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class UploadPartCopyTests
{
    [Test]
    public async Task A_part_is_copied_from_an_object()
    {
        var source = await Digits.PutAsync();
        var upload = await TestUpload.StartAsync();

        var copied = await AwsSurface.S3.CopyPartAsync(new CopyPartRequest
        {
            SourceBucket = source.Split('/')[1],
            SourceKey = "digits",
            DestinationBucket = upload.Bucket,
            DestinationKey = upload.Key,
            UploadId = upload.Id,
            PartNumber = 1,
            FirstByte = 2,
            LastByte = 4,
        });
        var complete = await upload.CompleteAsync([], (1, copied.ETag));
        var get = await Wire.GetAsync($"/{upload.Bucket}/a");

        Assert.That(complete.Status, Is.EqualTo(200));
        Assert.That(get.Body, Is.EqualTo("345"u8.ToArray()));
    }

    [Test]
    public async Task Without_a_range_the_whole_object_is_copied()
    {
        var source = await Digits.PutAsync();
        var upload = await TestUpload.StartAsync();

        var copied = await Wire.PutAsync($"{upload.Target}&partNumber=1", [], ("x-amz-copy-source", source));

        Assert.That((copied.Status, copied.Element("ETag"), copied.Element("ChecksumCRC64NVME")), Is.EqualTo((200, Digits.ETag, "rosUhgp5mIg=")));
    }

    [TestCase("bytes=0-9")]
    [TestCase("bytes=5-4")]
    [TestCase("bytes=-4")]
    [TestCase("bytes=4-")]
    [TestCase("bytes=0-99999999999999999999")]
    [TestCase("0-4")]
    public async Task A_range_outside_the_object_is_refused(string range)
    {
        var source = await Digits.PutAsync();
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.PutAsync($"{upload.Target}&partNumber=1", [], ("x-amz-copy-source", source), ("x-amz-copy-source-range", range));

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
        Assert.That(answer.Element("ArgumentName"), Is.EqualTo("x-amz-copy-source-range"));
    }

    [TestCase("x-amz-copy-source-if-match", "\"0\"")]
    [TestCase("x-amz-copy-source-if-none-match", Digits.ETag)]
    public async Task A_condition_on_the_source_holds_for_a_part_too(string header, string value)
    {
        var source = await Digits.PutAsync();
        var upload = await TestUpload.StartAsync();

        var answer = await Wire.PutAsync($"{upload.Target}&partNumber=1", [], ("x-amz-copy-source", source), (header, value));

        Assert.That(answer, Is.Refused(412, "PreconditionFailed"));
    }
}
