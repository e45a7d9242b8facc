using System.Text;
using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Large payloads: at the limit of each form, one byte above it, above an invocation, and above the gateway.</summary>
public sealed class UploadLimitTests
{
    private const int MiB = 1024 * 1024;

    [TestCase("raw", 4 * MiB)]
    [TestCase("multipart", 4 * MiB)]
    [TestCase("JSON", 3 * MiB)]
    public async Task An_image_at_the_limit_comes_back_byte_for_byte(string form, int size)
    {
        var bytes = SampleImages.OfSize(size);

        var answer = await Send(form, bytes);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Size, Is.EqualTo(size));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }

    [TestCase("raw", (4 * MiB) + 1, "4 MiB")]
    [TestCase("multipart", (4 * MiB) + 1, "4 MiB")]
    [TestCase("JSON", (3 * MiB) + 1, "3 MiB")]
    public async Task One_byte_more_is_too_large(string form, int size, string limit)
    {
        var answer = await Send(form, SampleImages.OfSize(size));

        Assert.That(answer, Is.Problem(413, "image-too-large"));
        Assert.That(answer.Json["detail"]!.ToString(), Does.Contain(limit).And.Contain("POST /uploads"));
    }

    [Test]
    public async Task More_than_an_invocation_carries_is_too_large(
        [Values("raw", "multipart", "JSON")] string form, [Values(6 * MiB, 9 * MiB)] int size)
    {
        var answer = await Send(form, SampleImages.OfSize(size));

        Assert.That(answer, Is.Status(413));
    }

    [Test]
    public async Task More_than_the_gateway_takes_is_too_large(
        [Values("raw", "multipart", "JSON")] string form, [Values((10 * MiB) + 1, 20 * MiB)] int size)
    {
        var answer = await Send(form, SampleImages.OfSize(size));

        Assert.That(answer, Is.Status(413));
    }

    [Test]
    [NotOnLocalStack("It has no such limit.")]
    public async Task More_than_the_gateway_takes_is_too_large_wherever_it_is_sent()
    {
        var answer = await Api.Send(new RestRequest("nothing", Method.Post).AddBody(new byte[(10 * MiB) + 1], ContentType.Binary));

        Assert.That(answer, Is.Status(413));
        Assert.That((string?)answer.Json["code"], Is.EqualTo("request-too-large"));
    }

    private static Task<Answer> Send(string form, byte[] image) => Api.Send(form switch
    {
        "raw" => new RestRequest("images", Method.Post).AddBody(image, (ContentType)"image/png"),
        "multipart" => new RestRequest("images", Method.Post).AddFile("file", image, "large.png", (ContentType)"image/png"),
        _ => new RestRequest("images", Method.Post).AddBody(
            Encoding.UTF8.GetBytes($$"""{"fileName":"large.png","content":"{{Convert.ToBase64String(image)}}"}"""), ContentType.Json),
    });
}
