using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class GetTests
{
    [Test]
    public async Task An_image_is_described_as_it_was_when_it_was_uploaded()
    {
        var uploaded = await Api.Upload(SampleImages.Png(), fileName: "a.png", owner: "user-17");

        var answer = await Api.Get(uploaded.Image.Id);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Text, Is.EqualTo(uploaded.Text));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
        Assert.That(answer.Header("ETag"), Is.EqualTo("\"v1\""));
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var id = Guid.CreateVersion7().ToString();

        var answer = await Api.Get(id);

        Assert.That(answer, Is.Problem(404, "image-not-found"));
        Assert.That(answer.Json["detail"]!.ToString(), Does.Contain(id));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.Get(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [NotOnLocalStack("Its router finds nothing at a path with a line break.")]
    [TestCase(Method.Get, "")]
    [TestCase(Method.Get, "?download=true")]
    [TestCase(Method.Delete, "")]
    public async Task An_id_with_a_line_break_is_refused(Method method, string query)
    {
        var answer = await Api.Send(new RestRequest($"images/019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44%0A{query}", method));

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [TestCase("True")]
    [TestCase("1")]
    [TestCase("URL")]
    [TestCase("yes please")]
    public async Task A_download_of_another_value_is_refused(string value)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}").AddQueryParameter("download", value));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["download"]));
        Assert.That((string)answer.Json["detail"]!, Is.EqualTo("download must be true, url or false."));
    }

    [TestCase("download=true&download=true")]
    [TestCase("download=true&download=url")]
    [TestCase("download=&download=true")]
    public async Task A_download_that_is_repeated_is_refused(string query)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?{query}"));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That((string)answer.Json["detail"]!, Is.EqualTo("download must be given once."));
    }

    [TestCase("download=false")]
    [TestCase("download=")]
    [TestCase("download")]
    public async Task No_download_is_the_description(string query)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?{query}"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Image.Id, Is.EqualTo(image.Id));
    }
}
