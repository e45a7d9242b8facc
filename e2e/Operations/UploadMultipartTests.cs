using System.Text;
using ImageService.E2E.Clouds;
using RestSharp;
using static ImageService.E2E.Operations.FrontierForm;

namespace ImageService.E2E.Operations;

public sealed class UploadMultipartTests
{
    [Test]
    public async Task A_form_of_a_browser_is_taken()
    {
        var bytes = SampleImages.Png();
        var request = new RestRequest("images", Method.Post)
            .AddFile("photo", bytes, "Straße.png", (ContentType)"image/png")
            .AddParameter("owner", "user-17")
            .AddParameter("metadata", """{"title":"Sunset","tags":["beach"]}""");

        var answer = await Api.Send(request);

        var image = answer.Image;
        Assert.That(answer, Is.Status(201));
        Assert.That((image.FileName, image.Owner, image.Metadata!.Title), Is.EqualTo(("Straße.png", "user-17", "Sunset")));
        Assert.That((await Api.Download(image.Id)).Bytes, Is.Bytes(bytes));
    }

    [Test]
    public async Task A_file_part_without_a_name_is_named_after_the_id()
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo($"{answer.Image.Id}.png"));
    }

    [Test]
    public async Task A_text_field_may_come_as_a_file_as_browsers_send_a_blob()
    {
        var answer = await Send([
            .. Part("name=metadata; filename=blob"), .. """{"title":"Sunset"}"""u8, .. "\r\n"u8,
            .. Part("name=owner; filename=blob"), .. "user-17"u8, .. "\r\n"u8,
            .. Part("name=photo; filename=a.png"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.FileName, answer.Image.Metadata!.Title, answer.Image.Owner), Is.EqualTo(("a.png", "Sunset", "user-17")));
    }

    [Test]
    public async Task An_owner_that_is_not_UTF_8_is_refused()
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png(), .. "\r\n"u8, .. Part("name=owner"), 0xFF, 0xFE, .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["owner"]));
    }

    [Test]
    [NotOnLocalStack("Its HTTP layer parses a form and writes it anew before the function sees it.")]
    public async Task Parts_of_others_are_ignored_however_many_there_are()
    {
        var parts = Enumerable.Range(0, 5000).SelectMany(i => Encoding.UTF8.GetBytes($"--frontier\r\nContent-Disposition: form-data; name=p{i}\r\n\r\n\r\n"));

        var answer = await Send([.. parts, .. Part("name=file"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
    }

    [Test]
    public async Task Bytes_that_look_like_a_boundary_are_bytes()
    {
        byte[] image = [.. SampleImages.Png(), .. "\r\n--\r\n--frontie\r\n\r\n"u8];

        var answer = await Send([.. Part("name=file; filename=a.png"), .. image, .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(image));
    }

    [Test]
    public async Task A_body_that_is_shorter_than_its_boundary_is_refused([Values("", "-", "--frontier")] string body)
    {
        var answer = await Send(Encoding.ASCII.GetBytes(body));

        Assert.That(answer, Is.Problem(400, "invalid-multipart"));
    }

    [TestCase(17, 1)]
    [TestCase(1, 17 * 1024)]
    [NotOnLocalStack("Its HTTP layer parses a form and writes it anew before the function sees it.")]
    public async Task A_part_has_at_most_16_headers_and_16_KiB_of_them(int headers, int length)
    {
        var more = string.Concat(Enumerable.Range(0, headers).Select(number => $"\r\nX-{number}: {new string('x', length)}"));

        var answer = await Send([.. Part($"name=file{more}"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-multipart"));
    }

    [Test]
    public async Task Empty_text_parts_are_absent()
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png(), .. "\r\n"u8, .. Part("name=owner"), .. "\r\n"u8, .. Part("name=metadata"), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That((answer.Image.Owner, answer.Image.Metadata), Is.EqualTo(((string?)null, (MetadataView?)null)));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var answer = await Send([
            .. Part("name=metadata"), .. "{\"title\":7,\"color\":1}"u8, .. "\r\n"u8, .. Part("name=owner"), .. "a\tb"u8, .. "\r\n"u8,
            .. Part("name=owner"), .. "b"u8, .. "\r\n"u8, .. Part($"name=a; filename={new string('a', 256)}"), .. "\r\n"u8, .. Part("name=b; filename=b.png"), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["b", "owner", "metadata.title", "metadata.color", "fileName", "owner"]));
    }

    [TestCase("{\"title\":7}", "invalid-field")]
    [TestCase("{\"color\":\"red\"}", "invalid-field")]
    [TestCase("Sunset", "invalid-json")]
    [TestCase("null", "invalid-json")]
    public async Task Metadata_that_is_wrong_is_refused(string metadata, string code)
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png(), .. "\r\n"u8, .. Part("name=metadata"), .. Encoding.UTF8.GetBytes(metadata), .. End]);

        Assert.That(answer, Is.Problem(400, code));
        Assert.That(answer.Json["detail"]!.ToString(), Does.StartWith("metadata"));
    }

    [TestCase("multipart/form-data", "The Content-Type has no boundary")]
    [TestCase("multipart/form-data; boundary=\"\"", "The Content-Type has no boundary")]
    [TestCase("multipart/form-data; boundary=another", "The body is not a complete multipart/form-data")]
    [NotOnLocalStack("Its HTTP server answers such a form itself, by an empty 400.")]
    public async Task A_boundary_that_is_missing_or_wrong_is_refused(string contentType, string detail)
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png(), .. End], contentType);

        Assert.That(answer, Is.Problem(400, "invalid-multipart"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith(detail));
    }

    [TestCase(200, 201)]
    [TestCase(201, 400)]
    [NotOnLocalStack("Its HTTP server answers such a form itself, by an empty 400.")]
    public async Task A_boundary_has_at_most_200_characters(int length, int status)
    {
        var boundary = new string('b', length);
        var body = Encoding.Latin1.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=file\r\n\r\n{Encoding.Latin1.GetString(SampleImages.Png())}\r\n--{boundary}--\r\n");

        var answer = await Send(body, $"multipart/form-data; boundary={boundary}");

        Assert.That(answer, status == 201 ? Is.Status(201) : Is.Problem(400, "invalid-multipart"));
    }

    [Test]
    [NotOnLocalStack("Its HTTP layer parses a form and writes it anew before the function sees it.")]
    public async Task A_form_that_is_cut_off_is_refused()
    {
        var answer = await Send([.. Part("name=file"), .. SampleImages.Png()]);

        Assert.That(answer, Is.Problem(400, "invalid-multipart"));
    }

    [Test]
    [NotOnLocalStack("Its HTTP layer parses a form and writes it anew before the function sees it.")]
    public async Task A_part_without_a_name_is_refused()
    {
        var answer = await Send([.. "--frontier\r\nContent-Type: image/png\r\n\r\n"u8, .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-multipart"));
    }
}
