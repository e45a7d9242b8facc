using System.Net;
using System.Net.Sockets;

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
    public async Task It_says_last_where_the_API_is_and_what_to_try()
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--ephemeral");

        using var http = new HttpClient();
        using var answer = await http.GetAsync(program.ImagesUrl);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(program.Output.TakeLast(4), Is.EqualTo(
            ["Your API is ready at:", $"{program.ImagesUrl}", "", $"curl '{program.ImagesUrl}'"]));
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
    public async Task A_signal_stops_it_cleanly(string signal)
    {
        await using var program = await LocalProgram.StartAsync("--port", "0", "--ephemeral");

        var exitCode = await program.StopAsync(signal);

        Assert.That(exitCode, Is.Zero);
        Assert.That(await program.Errors(), Is.Empty);
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
        await using var first = await LocalProgram.StartAsync("--port", "0", "--data", _data);

        await using var second = await LocalProgram.StartAsync("--port", "0", "--data", _data);

        Assert.That(await second.EndAsync(), Is.EqualTo(1));
        Assert.That(await second.Errors(), Does.StartWith($"The data folder {_data} cannot be used: "));
    }

    [TestCase("--port", "70000")]
    [TestCase("--port", "x")]
    [TestCase("--data", "x", "--ephemeral")]
    [TestCase("--colour", "red")]
    public async Task Options_that_are_wrong_are_refused(params string[] arguments)
    {
        await using var program = await LocalProgram.StartAsync(arguments);

        Assert.That(await program.EndAsync(), Is.EqualTo(1));
        Assert.That(await program.Errors(), Does.Contain(arguments[0]));
    }

    [Test]
    public async Task What_was_answered_is_there_after_kill_9_under_load()
    {
        var program = await LocalProgram.StartAsync("--port", "0", "--data", _data);
        using var api = Client(program);
        var answered = new List<(ImageView Image, byte[] Bytes)>();
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadUntilRefused(api, answered)));
        while (Volatile.Read(ref _uploads) < 40)
            await Task.Yield();
        await program.KillAsync();
        await load;
        await program.DisposeAsync();

        await using var again = await LocalProgram.StartAsync("--port", "0", "--data", _data);
        using var apiAgain = Client(again);
        var listed = await apiAgain.ListAll(("limit", "100"));

        Assert.That(listed.Select(image => image.Id), Is.SupersetOf(answered.Select(upload => upload.Image.Id)));
        foreach (var (image, bytes) in answered)
            Assert.That((await apiAgain.Download(image.Id)).Bytes, Is.EqualTo(bytes));
        foreach (var image in listed)
            Assert.That(await apiAgain.Download(image.Id), Is.Status(200));
    }

    private int _uploads;

    private async Task UploadUntilRefused(ApiClient api, List<(ImageView Image, byte[] Bytes)> answered)
    {
        try
        {
            while (true)
            {
                var bytes = SampleImages.OfSize(20_000);
                var image = await api.UploadImage(bytes);
                lock (answered)
                    answered.Add((image, bytes));
                Interlocked.Increment(ref _uploads);
            }
        }
        catch (HttpRequestException)
        {
            // The program was killed: this request was not answered.
        }
    }

    private static ApiClient Client(LocalProgram program) =>
        new(new Uri(program.ImagesUrl, "."), parallelism: 8);
}
