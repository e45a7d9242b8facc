using System.Text;
using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>Which method of which resource answers: the resource is chosen by the path alone.</summary>
public sealed class RoutingTests
{
    private static readonly ApiMethod[] Methods =
    [
        Named("ANY", "/", "root"),
        Named("ANY", "/{proxy+}", "rest"),
        Named("POST", "/images", "upload"),
        Named("ANY", "/images", "images"),
        Named("GET", "/images/{id}", "one"),
        Named("GET", "/images/latest", "latest"),
        new("GET", "/forbidden", Integration: null),
    ];

    [TestCase("GET", "", "root")]
    [TestCase("POST", "images", "upload")]
    [TestCase("POST", "images/", "upload")]
    [TestCase("DELETE", "images", "images")]
    [TestCase("GET", "images/7", "one")]
    [TestCase("GET", "images/latest", "latest")]
    [TestCase("GET", "images/7/8", "rest")]
    [TestCase("GET", "images//", "rest")]
    [TestCase("OPTIONS", "anything", "rest")]
    public async Task The_most_specific_resource_answers(string method, string path, string name)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = TestApi.Deploy(cloud, Methods);

        using var answer = await api.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(name));
    }

    [TestCase("POST", "images/7", 403, "Missing Authentication Token")]
    [TestCase("COPY", "images", 403, "Missing Authentication Token")]
    [TestCase("GET", "forbidden", 500, "Internal server error")]
    public async Task A_method_that_the_resource_lacks_or_may_not_call_is_refused(string method, string path, int status, string message)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var http = new HttpClient();
        var url = cloud.Deploy(new RestApi("test", "dev", Methods));

        using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{url}/{path}"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo($$"""{"message":"{{message}}"}"""));
    }

    private static ApiMethod Named(string method, string path, string name) =>
        new(method, path, new InProcessIntegration(name, TestApi.Always(new IntegrationResponse(200) { Body = Encoding.UTF8.GetBytes(name) })));
}
