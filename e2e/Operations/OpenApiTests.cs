using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class OpenApiTests
{
    [Test]
    public async Task The_description_is_served_as_it_was_written([Values("", "?x=1")] string query)
    {
        var answer = await Api.Send(new RestRequest($"openapi.json{query}"));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json"));
        Assert.That((string?)answer.Json["openapi"], Does.StartWith("3.1."));
        Assert.That(answer.Text, Is.EqualTo(Repository.Read("handlers/openapi.json")));
    }

    [Test]
    public async Task HEAD_has_no_body()
    {
        var answer = await Api.Send(new RestRequest("openapi.json", Method.Head));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Empty);
    }
}
