using ImageService.E2E.Clouds;
using ImageService.Local;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>A deployment whose answers the pages of one origin may read: every kind of answer says so.</summary>
public sealed class CorsOriginTests
{
    private const string Origin = "http://localhost:3000";

    [TestCase("POST", "images", 201)]
    [TestCase("GET", "images", 200)]
    [TestCase("GET", "images/{id}", 200)]
    [TestCase("GET", "images/{id}?download=true", 200)]
    [TestCase("GET", "images/{id}?download=url", 200)]
    [TestCase("HEAD", "images/{id}", 200)]
    [TestCase("PATCH", "images/{id}", 415)]
    [TestCase("DELETE", "images/{id}", 204)]
    [TestCase("OPTIONS", "images/{id}", 204)]
    [TestCase("GET", "images?limit=0", 400)]
    [TestCase("GET", "images/not-an-id", 400)]
    [TestCase("GET", "nothing", 404)]
    [TestCase("PUT", "images", 405)]
    public async Task Every_answer_names_the_origin_and_varies_by_it(string method, string path, int status)
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { CorsOrigin = Origin });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var request = new RestRequest(path.Replace("{id}", image.Id, StringComparison.Ordinal), Enum.Parse<Method>(method, ignoreCase: true));
        if (method == "POST")
            request.AddBody(SampleImages.Png(), ContentType.Binary);

        var answer = await cloud.Api.Send(request.AddHeader("Origin", Origin));

        AssertOrigin(answer, status, method == "OPTIONS" ? "Access-Control-Request-Headers, Origin" : "Origin");
    }

    [Test]
    public async Task A_failure_of_the_service_names_the_origin_too()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { CorsOrigin = Origin });
        await cloud.Stored.DeleteTable();

        var answer = await cloud.Api.List();

        AssertOrigin(answer, 500, "Origin");
    }

    private static void AssertOrigin(Answer answer, int status, string vary)
    {
        Assert.That(answer, Is.Status(status));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(Origin));
        Assert.That(answer.Header("Vary"), Is.EqualTo(vary));
    }
}
