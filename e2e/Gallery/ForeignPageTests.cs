using System.Text;
using System.Text.Json;
using Amazon.S3;
using EmbeddedAws;
using EmbeddedAws.ApiGateway;
using ImageService.E2E.Clouds;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.E2E.Gallery;

/// <summary>A page of another site, open in the browser of a developer who runs the service on this machine: it knows all names, and the secret of <c>test</c>.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class ForeignPageTests
{
    [Test]
    public async Task A_page_of_another_site_reads_and_changes_nothing()
    {
        await using var log = new StringWriter();
        await using var site = await Site();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { RequestLog = TextWriter.Synchronized(log), ErrorLog = TextWriter.Null });
        using var service = await ServiceDeployment.DeployAsync(cloud);
        using var victim = new Victim(cloud, service);
        var id = await victim.UploadAsync();
        var before = await victim.StateAsync();

        var seen = await Attack($"http://{Browser.ForeignHost}:{site.Endpoint.Port}/restapis/site/dev/_user_request_/", victim.Targets(id));

        Assert.That(seen, Is.EqualTo("[]"));
        Assert.That(await victim.StateAsync(), Is.EquivalentTo(before));
        Assert.That(log.ToString().Split('\n').Count(line => line.Contains(" 403 ", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(16), log.ToString());
    }

    [Test]
    public async Task A_page_without_an_origin_reads_and_changes_nothing()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Null });
        using var service = await ServiceDeployment.DeployAsync(cloud);
        using var victim = new Victim(cloud, service);
        var id = await victim.UploadAsync();
        var before = await victim.StateAsync();

        var seen = await Attack("data:text/html,<p>", victim.Targets(id));

        Assert.That(seen, Is.EqualTo("[]"));
        Assert.That(await victim.StateAsync(), Is.EquivalentTo(before));
    }

    [Test]
    public async Task A_page_of_an_allowed_origin_reads_and_changes_images()
    {
        await using var site = await Site();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedOrigins = [$"http://{Browser.ForeignHost}:{site.Endpoint.Port}"] });
        using var service = await ServiceDeployment.DeployAsync(cloud);
        using var victim = new Victim(cloud, service);
        var id = await victim.UploadAsync();

        var seen = await Attack($"http://{Browser.ForeignHost}:{site.Endpoint.Port}/restapis/site/dev/_user_request_/", victim.Targets(id));

        Assert.That(seen, Does.Contain("ListBucketResult").And.Contain("nextCursor").And.Contain("a picture"));
        Assert.That(await victim.StateAsync(), Does.Not.Contain($"{id} large.png").And.Some.Contains("fetched.gif").And.Some.Contains("form.gif").And.Some.Contains("beacon.gif"));
    }

    [Test]
    public async Task A_name_that_was_made_to_lead_here_leads_to_nothing()
    {
        var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Null });
        using var service = await ServiceDeployment.DeployAsync(cloud);

        var answer = await page.GoToAsync($"http://{Browser.ForeignHost}:{cloud.Endpoint.Port}{service.GalleryUrl.AbsolutePath}");
        var list = await page.EvaluateExpressionAsync<string>($"fetch('/restapis/images/dev/_user_request_/images').then(answer => `${{answer.status}}`)");

        await window.CloseAsync();
        Assert.That(((int)answer.Status, list), Is.EqualTo((403, "403")));
    }

    /// <summary>The server of the other site.</summary>
    private static async Task<EmbeddedCloud> Site()
    {
        var site = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedHosts = [Browser.ForeignHost] });
        var page = new IntegrationResponse(200)
        {
            Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = ["text/html"] },
            Body = Encoding.UTF8.GetBytes("<!doctype html><title>Win a prize</title>"),
        };
        site.Deploy(new RestApi("site", "dev", [new ApiMethod("GET", "/", new InProcessIntegration("page", _ => Task.FromResult(page)))]));
        return site;
    }

    /// <summary>Everything that a script of a page can do; in JSON, what it has seen of the answers.</summary>
    private static async Task<string> Attack(string page, object targets)
    {
        var window = await Browser.OpenAsync();
        var tab = await window.NewPageAsync();
        tab.DefaultTimeout = 60_000;
        await tab.GoToAsync(page);
        var seen = await tab.EvaluateFunctionAsync<string>(Repository.Read("e2e/Gallery/attack.js"), JsonSerializer.Serialize(targets));
        await window.CloseAsync();
        return seen;
    }

    /// <summary>The service that is attacked.</summary>
    private sealed class Victim(EmbeddedCloud cloud, ServiceDeployment service) : IDisposable
    {
        private const string Bucket = "image-storage-bucket";

        private readonly IAmazonS3 _s3 = TestClients.S3(cloud.Endpoint, ServiceDeployment.Credentials);
        private readonly ApiClient _api = new(service.Url, parallelism: 4);

        public async Task<string> UploadAsync() => (await _api.UploadImage(SampleImages.Png(), "large.png")).Id;

        /// <summary>The names of the images, and the keys of the objects.</summary>
        public async Task<string[]> StateAsync()
        {
            var images = (await _api.List(("limit", "100"))).Json["images"]!.AsArray();
            var objects = await _s3.ListObjectsV2Async(new() { BucketName = Bucket });
            return [.. images.Select(image => $"{image!["id"]} {image["fileName"]}"), .. (objects.S3Objects ?? []).Select(found => found.Key)];
        }

        /// <summary>URLs, those of S3 signed.</summary>
        public object Targets(string id) => new
        {
            api = $"{service.Url}",
            aws = $"{cloud.Endpoint}",
            image = $"{service.Url}/images/{id}",
            list = Signed(HttpVerb.GET, null),
            read = Signed(HttpVerb.GET, $"{ObjectKey.Prefix}{id}"),
            put = Signed(HttpVerb.PUT, $"{ObjectKey.Prefix}{id}"),
            delete = Signed(HttpVerb.DELETE, $"{ObjectKey.Prefix}{id}"),
            gif = Convert.ToBase64String(SampleImages.Gif()),
        };

        public void Dispose()
        {
            _s3.Dispose();
            _api.Dispose();
        }

        private string Signed(HttpVerb method, string? key) => _s3.GetPreSignedURL(
            new() { BucketName = Bucket, Key = key, Verb = method, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddMinutes(5) });
    }
}
