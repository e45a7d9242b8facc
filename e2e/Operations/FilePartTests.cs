using System.Text;
using ImageService.E2E.Clouds;
using static ImageService.E2E.Operations.FrontierForm;

namespace ImageService.E2E.Operations;

/// <summary>Which part of a form is the image.</summary>
public sealed class FilePartTests
{
    [Test]
    public async Task A_form_without_a_file_names_what_is_missing()
    {
        var answer = await Send([.. Part("name=owner"), .. "user-17"u8, .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EqualTo([("file", "is missing: one part must hold the image, with a file name")]));
    }

    [Test]
    public async Task Of_two_files_without_a_name_the_error_names_a_file()
    {
        var answer = await Send([.. Part("filename=a.png"), .. SampleImages.Png(), .. "\r\n"u8, .. Part("filename=b.png"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EqualTo([("file", "is a second file: send one file in each request")]));
    }

    [Test]
    public async Task Two_files_are_one_too_many()
    {
        var file = Part("name=photo; filename=a.png");

        var answer = await Send([.. file, .. SampleImages.Png(), .. "\r\n"u8, .. file, .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["photo"]));
        Assert.That((string?)answer.Json["detail"], Does.Contain("one file in each request"));
    }

    [Test]
    public async Task A_form_in_which_no_file_was_chosen_says_so()
    {
        var answer = await Send([.. Part("name=photo; filename=\"\""), .. "\r\n"u8, .. Part("name=submit"), .. "Upload"u8, .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo("file is missing: no file was chosen."));
    }

    [Test]
    public async Task A_file_may_be_empty()
    {
        var answer = await Send([.. Part("name=photo; filename=a.png"), .. End]);

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    [Test]
    public async Task A_file_without_any_name_is_taken()
    {
        var answer = await Send([.. Part("filename=a.png"), .. SampleImages.Png(), .. End]);

        Assert.That(answer.Image.FileName, Is.EqualTo("a.png"));
    }

    [Test]
    public async Task A_part_with_an_extended_name_alone_is_a_file()
    {
        var answer = await Send([.. Part("name=photo; filename*=UTF-8''a.png"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo("a.png"));
    }

    [TestCase("name=file", "")]
    [TestCase("name=note\r\nContent-Type: text/plain", "to be printed")]
    public async Task A_part_without_a_name_is_a_file_only_where_it_has_bytes_of_one(string disposition, string content)
    {
        var answer = await Send([.. Part(disposition), .. Encoding.ASCII.GetBytes(content), .. End]);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EqualTo([("file", "is missing: one part must hold the image, with a file name")]));
    }

    [Test]
    public async Task An_image_of_a_script_is_called_blob()
    {
        var answer = await Send([
            .. "--frontier\r\nContent-Disposition: form-data; name=\"data\"; filename=\"blob\"\r\nContent-Type: image/png\r\n\r\n"u8, .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo("blob"));
    }

    [Test]
    public async Task JSON_of_a_script_is_not_a_file()
    {
        var answer = await Send([
            .. "--frontier\r\nContent-Disposition: form-data; name=\"data\"; filename=\"blob\"\r\nContent-Type: application/json\r\n\r\n{}\r\n"u8,
            .. Part("name=photo; filename=a.png"), .. SampleImages.Png(), .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo("a.png"));
    }

    [TestCase("image/png")]
    [TestCase("image/x-unheard-of")]
    [TestCase("application/octet-stream")]
    [NotOnLocalStack("Its HTTP layer parses a form and writes it anew before the function sees it.")]
    public async Task A_part_of_bytes_needs_no_file_name(string contentType)
    {
        var bytes = SampleImages.Png();
        var head = $"--frontier\r\nContent-Disposition: form-data; name=\"picture\"\r\nContent-Type: {contentType}\r\n\r\n";

        var answer = await Send([.. Encoding.UTF8.GetBytes(head), .. bytes, .. End]);

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }
}
