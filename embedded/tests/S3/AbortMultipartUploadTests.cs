namespace EmbeddedAws.Tests.S3;

public sealed class AbortMultipartUploadTests
{
    [Test]
    public async Task An_aborted_upload_is_gone()
    {
        var upload = await TestUpload.StartAsync();
        await upload.PutAsync(1, "hello"u8.ToArray());

        var abort = await Wire.SendAsync("DELETE", upload.Target, null);
        var again = await Wire.SendAsync("DELETE", upload.Target, null);
        var put = await upload.PutAsync(2, "hello"u8.ToArray());

        Assert.That(abort.Status, Is.EqualTo(204));
        Assert.That(again, Is.Refused(404, "NoSuchUpload"));
        Assert.That(put, Is.Refused(404, "NoSuchUpload"));
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_404()
    {
        var answer = await Wire.SendAsync("DELETE", $"/{TestBucket.Name()}/a?uploadId=none", null);

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }
}
