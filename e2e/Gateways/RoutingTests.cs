using System.Text;
using ImageService.Handlers.Http;
using ImageService.Local;
using ImageService.Local.Gateway;
using RestSharp;

namespace ImageService.E2E.Gateways;

/// <summary>Which method of which resource answers: the resource is chosen by the path alone.</summary>
public sealed class RoutingTests
{
    private static readonly ApiRoute[] Routes =
    [
        Named("ANY", "/", "root"),
        Named("ANY", "/{proxy+}", "rest"),
        Named("POST", "/images", "upload"),
        Named("ANY", "/images", "images"),
        Named("GET", "/images/{id}", "one"),
        Named("GET", "/images/latest", "latest"),
        new("GET", "/forbidden", "forbidden", Function: null),
    ];

    [TestCase(Method.Get, "", "root")]
    [TestCase(Method.Post, "images", "upload")]
    [TestCase(Method.Post, "images/", "upload")]
    [TestCase(Method.Delete, "images", "images")]
    [TestCase(Method.Get, "images/7", "one")]
    [TestCase(Method.Get, "images/latest", "latest")]
    [TestCase(Method.Get, "images/7/8", "rest")]
    [TestCase(Method.Get, "images//", "rest")]
    [TestCase(Method.Options, "anything", "rest")]
    public async Task The_most_particular_resource_answers(Method method, string path, string name)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = TestApi.Deploy(cloud, Routes);

        var answer = await api.Send(new RestRequest(path, method));

        Assert.That(answer.Text, Is.EqualTo(name));
    }

    [TestCase(Method.Post, "images/7", 403, "forbidden")]
    [TestCase(Method.Copy, "images", 403, "forbidden")]
    [TestCase(Method.Get, "forbidden", 502, "bad-gateway")]
    public async Task A_method_that_the_resource_lacks_or_may_not_call_is_refused(Method method, string path, int status, string code)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = TestApi.Deploy(cloud, Routes);

        var answer = await api.Send(new RestRequest(path, method));

        Assert.That(answer, Is.Status(status));
        Assert.That((string?)answer.Json["code"], Is.EqualTo(code));
    }

    private static ApiRoute Named(string method, string path, string name) =>
        new(method, path, name, _ => Task.FromResult(new Response(200) { Body = Encoding.UTF8.GetBytes(name) }));
}
