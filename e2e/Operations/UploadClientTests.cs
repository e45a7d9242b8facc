using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>Forms as clients send them.</summary>
public sealed class UploadClientTests
{
    private static readonly IReadOnlyList<ClientForm> Forms = ClientForms.All;

    [TestCaseSource(nameof(Forms))]
    public async Task The_form_of_each_client_is_taken(ClientForm form)
    {
        var image = SampleImages.Png();

        var answer = await PlainHttp.UploadForm(form.Body(image), form.ContentType);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.FileName, answer.Image.Owner, answer.Image.ContentType), Is.EqualTo((form.FileName, (string?)null, "image/png")));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(image));
    }

    [TestCase("multipart/form-data; boundary=\"frontier\"", "frontier")]
    [TestCase("multipart/form-data; charset=utf-8; boundary=frontier", "frontier")]
    [TestCase("multipart/form-data; boundary=frontier; charset=utf-8", "frontier")]
    [TestCase("multipart/form-data; boundary=frontier; charset", "frontier")]
    [TestCase("multipart/form-data; boundary=frontier ;charset", "frontier")]
    [TestCase("Multipart/Form-Data;BOUNDARY=frontier;", "frontier")]
    [TestCase("multipart/form-data; boundary=\"a;b\"", "a;b")]
    [TestCase("multipart/form-data; boundary=a=b", "a=b")]
    [TestCase("multipart/form-data; boundary=\"frontier\"", "\"frontier\"", Description = "LocalStack writes it so.")]
    [TestCase("multipart/form-data; boundary=frontier; charset=utf-8", "frontier; charset", Description = "LocalStack writes it so.")]
    [TestCase("multipart/form-data; charset=utf-8; boundary=frontier", "utf-8; boundary", Description = "LocalStack writes it so.")]
    public async Task The_boundary_is_that_of_the_body(string contentType, string boundary)
    {
        var image = SampleImages.Png();
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"),
            .. image, .. Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"),
        ];

        var answer = await PlainHttp.UploadForm(body, contentType);

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(image));
    }
}
