using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Paths and methods that no operation has. OPTIONS: <see cref="ApiPreflightTests"/>.</summary>
public sealed class MethodTests
{
    private const string SomeId = "019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44";

    [Test]
    public async Task A_method_that_a_path_does_not_have_is_not_allowed(
        [Values("images", "images/")] string path, [Values(Method.Put, Method.Patch, Method.Delete)] Method method)
    {
        var answer = await Api.Send(new RestRequest(path, method));

        Assert.That(answer, Is.Problem(405, "method-not-allowed"));
        Assert.That(answer.Header("Allow"), Is.EqualTo("GET, HEAD, OPTIONS, POST"));
    }

    [Test]
    public async Task A_method_that_an_image_does_not_have_is_not_allowed([Values(Method.Post, Method.Put)] Method method)
    {
        var answer = await Api.Send(new RestRequest($"images/{SomeId}", method));

        Assert.That(answer, Is.Problem(405, "method-not-allowed"));
        Assert.That(answer.Header("Allow"), Is.EqualTo("DELETE, GET, HEAD, OPTIONS, PATCH"));
    }

    [TestCase(Method.Copy)]
    [TestCase(Method.Merge)]
    [TestCase(Method.Search)]
    public async Task A_method_that_the_gateway_does_not_know_is_forbidden_by_the_gateway(Method method)
    {
        var answer = await Api.Send(new RestRequest("images", method));

        Assert.That(answer, Is.Status(403));
        Assert.That(answer.Header("x-amzn-RequestId"), Is.Not.Empty);
        Assert.That(answer.Header("X-Request-Id"), Is.Null);
    }

    [Test]
    [NotOnLocalStack("Its gateway responses have neither template nor headers.")]
    public async Task What_the_gateway_refuses_is_problem_details_that_a_page_may_read()
    {
        var answer = await Api.Send(new RestRequest("images", Method.Copy));

        Assert.That(answer, Is.Status(403));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/problem+json"));
        Assert.That((string?)answer.Json["code"], Is.EqualTo("forbidden"));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
    }

    [Test]
    public async Task An_unknown_path_is_not_found(
        [Values("image", "Images", "images/a/b", "imagesx", "openapi", "..%2Fimages")] string path,
        [Values(Method.Get, Method.Post, Method.Put, Method.Patch, Method.Delete, Method.Options)] Method method)
    {
        var answer = await Api.Send(new RestRequest(path, method));

        Assert.That(answer, Is.Problem(404, "path-not-found"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("There is nothing at /"));
    }

    [Test]
    public async Task A_method_that_the_base_URL_does_not_have_is_not_allowed([Values(Method.Post, Method.Put, Method.Patch, Method.Delete)] Method method)
    {
        var answer = await Api.Send(new RestRequest("", method));

        Assert.That(answer, Is.Problem(405, "method-not-allowed"));
        Assert.That(answer.Header("Allow"), Is.EqualTo("GET, HEAD, OPTIONS"));
    }

    [Test]
    [NotOnLocalStack("Its gateway ignores any number of slashes at the end.")]
    public async Task Only_one_trailing_slash_is_ignored(
        [Values(Method.Get, Method.Post, Method.Put, Method.Patch, Method.Delete, Method.Options)] Method method)
    {
        var answer = await Api.Send(new RestRequest("images//", method));

        Assert.That(answer, Is.Problem(404, "path-not-found"));
    }

    [Test]
    public async Task The_base_URL_is_read_with_and_without_its_slash([Values("", "/")] string slash)
    {
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri($"{Api.BaseUrl.ToString().TrimEnd('/')}{slash}"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task A_trailing_slash_is_ignored()
    {
        var uploaded = await Api.Send(new RestRequest("images/", Method.Post).AddBody(SampleImages.Png(), (ContentType)"image/png"));

        var location = new Uri(new Uri($"{Api.BaseUrl}/images/"), uploaded.Header("Location"));
        var answer = await Api.Send(new RestRequest($"{location}/"));

        Assert.That(uploaded, Is.Status(201));
        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Image.Id, Is.EqualTo(uploaded.Image.Id));
    }
}
