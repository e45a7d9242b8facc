using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Links collect query parameters that the API does not know. Only a listing refuses them: see <see cref="ListParameterTests"/>.</summary>
public sealed class IgnoredParameterTests
{
    private const string Collected = "fbclid=IwAR0&_=1&_=2&utm_source=a%20b&force&=";

    [TestCase("", "application/json")]
    [TestCase("download=true&", "image/png")]
    [TestCase("download=url&", "application/json")]
    public async Task An_image_is_read_despite_unknown_parameters(string query, string contentType)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?{query}{Collected}").AddHeader("Accept", "image/*"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo(contentType));
    }

    [Test]
    public async Task An_image_is_changed_and_deleted_despite_unknown_parameters()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var updated = await Api.Send(new RestRequest($"images/{image.Id}?{Collected}", Method.Patch).AddBody("""{"owner":"me"}""", ContentType.Json));
        var deleted = await Api.Send(new RestRequest($"images/{image.Id}?{Collected}", Method.Delete));

        Assert.That(updated, Is.Status(200));
        Assert.That(updated.Image.Owner, Is.EqualTo("me"));
        Assert.That(deleted, Is.Status(204));
    }

    [Test]
    public async Task An_upload_is_completed_despite_unknown_parameters()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"uploads/{upload.Id}/complete?{Collected}", Method.Post));

        Assert.That(answer, Is.Status(201));
    }
}
