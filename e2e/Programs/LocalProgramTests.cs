using System.Net;
using Amazon.Runtime;
using ImageService.E2E.Clouds;
using ImageService.E2E.Keys;
using ImageService.Handlers;
using NUnit.Framework.Constraints;

namespace ImageService.E2E.Programs;

public sealed class LocalProgramTests
{
    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
    public async Task It_says_where_the_API_is_and_with_verbose_one_line_a_request_without_its_query()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path, "--verbose");
        var said = program.Output;
        using var api = program.Client();

        var list = await api.List(("owner", "somebody"));
        await api.Get("somebody");
        await program.StopAsync(Signal.Terminate);

        Assert.That(said, Has.One.EqualTo($"S3 and DynamoDB (test/test, us-east-1): --endpoint-url {program.Endpoint.ToString().TrimEnd('/')}"));
        Assert.That(said.TakeLast(7), Is.EqualTo(
        [
            "Your API is ready at:", $"{program.ImagesUrl}", "", $"curl '{program.ImagesUrl}'", "",
            "Your gallery is ready at:", $"{new Uri(program.ImagesUrl, ".")}",
        ]));
        Assert.That(list, Is.Status(200));
        const string path = "/restapis/images/dev/_user_request_/images";
        var lines = program.Output.Where(line => line.Contains(" apigateway ", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines, Has.One.Match($@"^\d\d:\d\d:\d\d\.\d{{3}} apigateway ListImages +GET +{path} 200 \d+ ms$"));
        Assert.That(lines, Has.One.Match($@"^\d\d:\d\d:\d\d\.\d{{3}} apigateway GetImage +GET +{path}/somebody 400 \d+ ms$"));
    }

    [Test]
    public async Task With_empty_the_cloud_is_empty_and_tells_how_to_deploy_to_it()
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path, "--empty");
        var settings = new Settings { BucketName = "", TableName = "", Region = "us-east-1", AwsEndpoint = program.Endpoint };
        using var s3 = TestClients.S3(settings.AwsEndpoint!, new BasicAWSCredentials("test", "test"));
        using var dynamoDb = TestClients.DynamoDb(settings.AwsEndpoint!, new BasicAWSCredentials("test", "test"));
        using var http = new HttpClient();

        var buckets = await s3.ListBucketsAsync();
        var tables = await dynamoDb.ListTablesAsync();
        using var api = await http.GetAsync(new Uri(program.Endpoint, "restapis/images/dev/_user_request_/images"));

        Assert.That(program.Output, Does.Contain($"Data: {_data.Path}"));
        Assert.That(program.Output, Has.One.StartsWith("An empty cloud (test/test, us-east-1): "));
        Assert.That(program.Output, Has.One.StartsWith($"Pulumi.local.yaml names port 4566: write {program.Endpoint.Port} in its place"));
        Assert.That(program.Output.TakeLast(5), Is.EqualTo(
        [
            "Deploy to it from another shell:", "  pulumi login --local", "  export PULUMI_CONFIG_PASSPHRASE=local", "  pulumi stack select --create local", "  pulumi up --stack local",
        ]));
        Assert.That((buckets.Buckets ?? [], tables.TableNames), Is.EqualTo((Array.Empty<object>(), Array.Empty<string>())));
        Assert.That(api.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
    public async Task With_keys_requests_need_one_of_them_and_no_line_shows_it()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        // As short and as long as API Gateway takes.
        var (first, second) = (KeyTexts.New()[..20], KeyTexts.New().PadRight(128, 'k'));
        await using var program = await LocalProgram.StartAsync("--port", "0", "--ephemeral", "--verbose", "--api-key", first, "--api-key", second);
        using var stranger = program.Client();
        using var client = program.Client(first);
        using var other = program.Client(second);

        var refused = await stranger.List();
        var answers = new[] { await client.List(), await other.List() };
        await program.StopAsync(Signal.Terminate);

        Assert.That(refused, Is.GatewayProblem(403, "api-key-required"));
        Assert.That(answers, Has.All.Matches(Is.Status(200)));
        Assert.That(program.Output, Does.Contain($"curl '{program.ImagesUrl}' -H 'x-api-key: KEY'"));
        Assert.That(program.Output.Where(line => line.Contains(" apigateway ", StringComparison.Ordinal)).ToList(), Has.Count.EqualTo(3));
        Assert.That(string.Join('\n', program.Output), Does.Not.Contain(first).And.Not.Contain(second));
        Assert.That(await program.Errors(), Is.Empty);
    }

    [Test]
    public async Task It_lets_in_the_names_and_the_pages_that_it_is_told()
    {
        await using var program = await LocalProgram.StartAsync(
            "--port", "0", "--ephemeral", "--allow-host", "devbox", "--allow-host", "proxy", "--allow-origin", "https://a.example.com:443", "--allow-origin", "http://b.example.com:3000/");

        var statuses = new[]
        {
            await StatusAsync(program, "Host", "devbox"),
            await StatusAsync(program, "Host", "proxy:8080"),
            await StatusAsync(program, "Origin", "https://a.example.com"),
            await StatusAsync(program, "Origin", "http://b.example.com:3000"),
        };
        var others = new[] { await StatusAsync(program, "Host", "other"), await StatusAsync(program, "Origin", "https://other.example.com") };

        Assert.That(statuses, Has.All.EqualTo(HttpStatusCode.OK));
        Assert.That(others, Has.All.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task S3_and_DynamoDB_know_the_credentials_of_its_environment()
    {
        await using var program = await LocalProgram.StartAsync(
            ["--port", "0", "--ephemeral"], new() { ["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT", ["AWS_SECRET_ACCESS_KEY"] = "of the environment" });

        AssertKnown(program, "AKIAENVIRONMENT", "of the environment", areKnown: true);
        AssertKnown(program, "test", "test", areKnown: true);
        AssertKnown(program, "AKIAENVIRONMENT", "another", areKnown: false);
    }

    private static void AssertKnown(LocalProgram program, string accessKeyId, string secret, bool areKnown)
    {
        var settings = new Settings { BucketName = "", TableName = "", Region = "eu-west-1", AwsEndpoint = new Uri(program.ImagesUrl, "/") };
        using var s3 = TestClients.S3(settings.AwsEndpoint!, new SessionAWSCredentials(accessKeyId, secret, "token"));
        using var dynamoDb = TestClients.DynamoDb(settings.AwsEndpoint!, new SessionAWSCredentials(accessKeyId, secret, "token"));
        Assert.That(async () => await s3.ListBucketsAsync(), Expected());
        Assert.That(async () => await dynamoDb.ListTablesAsync(), Expected());

        IResolveConstraint Expected() => areKnown ? Throws.Nothing : Throws.InstanceOf<AmazonServiceException>().With.Message.Contains("signature");
    }

    private static async Task<HttpStatusCode> StatusAsync(LocalProgram program, string header, string value)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, program.ImagesUrl) { Headers = { { header, value } } };
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
