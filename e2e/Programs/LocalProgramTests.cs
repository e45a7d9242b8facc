using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using EmbeddedAws;
using ImageService.E2E.Keys;
using ImageService.Handlers;
using ImageService.Handlers.Storage;

namespace ImageService.E2E.Programs;

public sealed class LocalProgramTests
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"image-service-{Guid.NewGuid()}");

    [TearDown]
    public void RemoveData()
    {
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
    public async Task It_says_where_the_API_is_and_with_verbose_one_line_a_request_without_its_query()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data, "--verbose");
        var said = program.Output;
        using var api = program.Client();

        var list = await api.List(("owner", "somebody"));
        await api.Get("somebody");
        await program.StopAsync(Signal.Terminate);

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
    [Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
    public async Task With_keys_requests_need_one_of_them_and_no_line_shows_it()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        var (first, second) = (KeyTexts.New(), KeyTexts.New());
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

    [TestCase("")]
    [TestCase("nineteen-characters")]
    [TestCase("with spaces in between")]
    [TestCase("schlüssel-mit-umlaut-0123")]
    public async Task A_key_that_API_Gateway_would_not_take_is_one_clear_line(string key)
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--ephemeral", "--api-key", KeyTexts.New(), "--api-key", key);

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That((await program.Errors()).TrimEnd(), Is.EqualTo("--api-key must be 20 to 128 visible ASCII characters, without spaces."));
    }

    [TestCase(20, true)]
    [TestCase(128, true)]
    [TestCase(129, false)]
    public async Task A_key_has_20_to_128_characters(int length, bool taken)
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--ephemeral", "--api-key", new string('k', length));

        Assert.That(program.Output.Contains("Your API is ready at:"), Is.EqualTo(taken));
    }

    [Test]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var program = await LocalProgram.StartAsync("--port", $"{port}", "--ephemeral");

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(await program.Errors(), Is.EqualTo($"Port {port} is taken. Stop what listens there, or choose another with --port.{Environment.NewLine}"));
    }

    [Test]
    public async Task A_folder_that_cannot_be_used_is_one_clear_line()
    {
        await File.WriteAllTextAsync(_data, "a file, no folder");

        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data);

        var errors = await program.Errors();
        File.Delete(_data);
        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(errors, Does.StartWith($"The data folder {_data} cannot be used: "));
        Assert.That(errors.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_folder_in_use_is_one_clear_line()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _data });

        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data);

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(await program.Errors(), Does.StartWith($"The data folder {_data} cannot be used: "));
    }

    [TestCase("--port", "70000")]
    [TestCase("--port", "x")]
    [TestCase("--data", "x", "--ephemeral")]
    [TestCase("--allow-origin", "https://app.example.com/page")]
    [TestCase("--allow-origin", "app.example.com")]
    [TestCase("--allow-origin", "null")]
    [TestCase("--allow-host", "http://devbox")]
    [TestCase("--allow-host", "devbox:4566")]
    [TestCase("--allow-host")]
    [TestCase("--colour", "red")]
    public async Task Options_that_are_wrong_are_refused(params string[] arguments)
    {
        await using var program = await LocalProgram.StartAsync(arguments);

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(await program.Errors(), Does.Contain(arguments[0]));
    }

    [TestCase("Host", "devbox", 200)]
    [TestCase("Host", "proxy:8080", 200)]
    [TestCase("Host", "other", 403)]
    [TestCase("Origin", "https://a.example.com", 200)]
    [TestCase("Origin", "http://b.example.com:3000", 200)]
    [TestCase("Origin", "https://other.example.com", 403)]
    public async Task It_lets_in_the_names_and_the_pages_that_it_is_told(string header, string value, int status)
    {
        await using var program = await LocalProgram.StartAsync(
            "--port", "0", "--ephemeral", "--allow-host", "devbox", "--allow-host", "proxy", "--allow-origin", "https://a.example.com:443", "--allow-origin", "http://b.example.com:3000/");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, program.ImagesUrl) { Headers = { { header, value } } };

        using var answer = await http.SendAsync(request);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("AKIAENVIRONMENT", "of the environment", true)]
    [TestCase("AKIAENVIRONMENT", "another", false)]
    [TestCase("test", "test", true)]
    public async Task S3_and_DynamoDB_know_the_credentials_of_its_environment(string accessKeyId, string secret, bool areKnown)
    {
        await using var program = await LocalProgram.StartAsync(
            ["--port", "0", "--ephemeral"], new() { ["AWS_ACCESS_KEY_ID"] = "AKIAENVIRONMENT", ["AWS_SECRET_ACCESS_KEY"] = "of the environment" });
        var settings = new Settings { BucketName = "", TableName = "", Region = "eu-west-1", AwsEndpoint = new Uri(program.ImagesUrl, "/") };
        using var s3 = AwsClients.S3(settings, new SessionAWSCredentials(accessKeyId, secret, "token"));
        using var dynamoDb = AwsClients.DynamoDb(settings, new SessionAWSCredentials(accessKeyId, secret, "token"));

        Assert.That(async () => await s3.ListBucketsAsync(), areKnown ? Throws.Nothing : Throws.InstanceOf<AmazonS3Exception>().With.Message.Contains("signature"));
        Assert.That(async () => await dynamoDb.ListTablesAsync(), areKnown ? Throws.Nothing : Throws.InstanceOf<AmazonDynamoDBException>().With.Message.Contains("signature"));
    }

    [Test]
    public async Task A_folder_without_a_name_is_one_clear_line()
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", "");

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(await program.Errors(), Does.Match(@"^[^\r\n]*--data[^\r\n]*\s*$"));
    }

    [Test]
    public async Task What_was_answered_is_there_after_kill_9_under_load()
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data);
        using var api = program.Client();
        var load = new Load(api);
        await load.UnderWay();
        await program.KillAsync();
        await load.End;

        await using var again = await LocalProgram.StartAsync("--port", "0", "--data", _data);
        using var apiAgain = again.Client();
        var listed = await apiAgain.ListIds(("limit", "100"));

        Assert.That(load.Deleted, Is.Not.Empty);
        Assert.That(listed, Is.SupersetOf(load.Kept.Keys));
        foreach (var (id, bytes) in load.Kept)
            Assert.That((await apiAgain.Download(id)).Bytes, Is.Bytes(bytes));
        foreach (var id in load.Deleted)
            Assert.That(await apiAgain.Get(id), Is.Problem(404, "image-not-found"));
        foreach (var id in listed)
            Assert.That(await apiAgain.Download(id), Is.Status(200));
    }
}
