using System.Net;
using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Operations;

/// <summary>Pages send large images to S3 themselves, and read from there: the bucket says whose pages may.</summary>
public sealed class PresignedCorsTests
{
    private static readonly HttpClient Http = new();

    [TestCase("http://localhost:3000", "http://localhost:3000", "http://localhost:3000")]
    [TestCase("*", "http://localhost:3001", "*")]
    public async Task Pages_of_the_origin_of_the_API_may_use_the_bucket(string configured, string origin, string allowed)
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { CorsOrigin = configured });

        using var answer = await Http.SendAsync(Preflight(cloud, origin));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Header(answer, "Access-Control-Allow-Origin"), Is.EqualTo(allowed));
        Assert.That(Header(answer, "Access-Control-Allow-Methods"), Is.EqualTo("GET, HEAD, PUT"));
        Assert.That(Header(answer, "Access-Control-Allow-Headers"), Is.EqualTo("content-type, if-none-match, x-amz-checksum-sha256"));
        Assert.That(Header(answer, "Access-Control-Expose-Headers"), Is.EqualTo("ETag, Content-Disposition, Content-Range, Accept-Ranges"));
        Assert.That(Header(answer, "Access-Control-Max-Age"), Is.EqualTo("3600"));
    }

    [Test]
    public async Task Pages_of_another_origin_may_not_use_presigned_URLs()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { CorsOrigin = "http://localhost:3000" });

        using var answer = await Http.SendAsync(Preflight(cloud, "http://localhost:3001"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    private static HttpRequestMessage Preflight(Embedded cloud, string origin) => new(HttpMethod.Options, new Uri(cloud.Api.BaseUrl, "/image-storage-bucket/images/a"))
    {
        Headers =
        {
            { "Origin", origin },
            { "Access-Control-Request-Method", "PUT" },
            { "Access-Control-Request-Headers", "content-type,if-none-match,x-amz-checksum-sha256" },
        },
    };

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
