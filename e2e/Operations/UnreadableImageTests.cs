using System.Text;
using ImageService.E2E.Formats;

namespace ImageService.E2E.Operations;

/// <summary>Bytes that the service does not take, in both ways of uploading: the answer says what they are.</summary>
public sealed class UnreadableImageTests
{
    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "These bytes are HEIC, the format of iPhone photos. Convert them to JPEG, or set the camera to Most Compatible.")]
    [TestCase("<?xml version=\"1.0\"?><svg/>", "These bytes are an SVG drawing. Send JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF.")]
    [TestCase("II*\0\u0010\0\0\0CR\u0002\0", "These bytes are a camera raw file (CR2). Export it as JPEG or TIFF.")]
    [TestCase("just text", "These bytes are not JPEG, PNG, GIF, WebP, AVIF, BMP or TIFF.")]
    public async Task Bytes_of_another_kind_are_named(string text, string detail)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var upload = await LargeUpload.Put(Api, bytes, "image/tiff");

        var posted = await Api.Upload(bytes);
        var completed = await Api.CompleteUpload(upload.Id);

        Assert.That(posted, Is.Problem(415, "unsupported-image"));
        Assert.That((string)posted.Json["detail"]!, Is.EqualTo(detail));
        Assert.That(completed, Is.Problem(415, "unsupported-image"));
        Assert.That((string)completed.Json["detail"]!, Is.EqualTo(detail));
    }

    [TestCase("89504E47 0D0A1A0A 0000000D 49484452 00000003 00000005 08 00 00 00 00 00000000", "image/png", Description = "IHDR has another checksum.")]
    [TestCase("474946383961 0300 0500 00 00 00 3B", "image/gif", Description = "There is no image.")]
    [TestCase("52494646 1A000000 57454250 56503858 0A000000 10000000 020000 040000", "image/webp", Description = "The file ends before its size.")]
    [TestCase("424D 00000000 00000000 36000000 28000000 03000000 05000000 0100 0800 00000000", "image/bmp", Description = "There are no pixels.")]
    [TestCase("FFD8 FFD9", "image/jpeg", Description = "There is no frame.")]
    public async Task A_header_that_no_decoder_takes_is_corrupt(string hex, string contentType)
    {
        var bytes = Hex.Bytes(hex);
        var upload = await LargeUpload.Put(Api, bytes, contentType);

        var posted = await Api.Upload(bytes, contentType);
        var completed = await Api.CompleteUpload(upload.Id);

        Assert.That(posted, Is.Problem(422, "corrupt-image"));
        Assert.That((string)posted.Json["detail"]!, Does.Contain(contentType));
        Assert.That(completed, Is.Problem(422, "corrupt-image"));
    }

    [Test]
    public async Task A_JPEG_may_have_stray_bytes_anywhere_before_its_frame()
    {
        var sample = SampleImages.Named("baseline-640x480.jpg").Bytes;
        byte[] bytes = [.. sample[..2], 0, 1, 2, 3, 0xFF, 0, .. sample[2..]];

        var answer = await Api.Upload(bytes, "image/jpeg");

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.Width, answer.Image.Height), Is.EqualTo((640, 480)));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }
}
