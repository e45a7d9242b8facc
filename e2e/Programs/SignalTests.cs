using System.Net;

namespace ImageService.E2E.Programs;

[Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
public sealed class SignalTests
{
    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [TestCase(Signal.Interrupt)]
    [TestCase(Signal.Terminate)]
    [TestCase(Signal.Hangup)]
    public async Task A_signal_stops_it_cleanly_and_leaves_nothing_behind(Signal signal)
    {
        Signals.AssumeNotIgnored(signal);
        await using var program = await LocalProgram.StartAsync(["--port", "0", "--ephemeral"], new() { ["TMPDIR"] = _data.Path });
        var whileItRan = Directory.GetFileSystemEntries(_data.Path);

        var exitCode = await program.StopAsync(signal);

        Assert.That(exitCode, Is.Zero);
        Assert.That(program.Output[^1], Is.EqualTo("Stopping, once the requests under way are answered. Ctrl+C again ends it at once."));
        Assert.That(await program.Errors(), Is.Empty);
        Assert.That(whileItRan, Is.Not.Empty);
        Assert.That(Directory.GetFileSystemEntries(_data.Path), Is.Empty);
    }

    [Test]
    public async Task A_signal_under_load_leads_to_no_answer_but_the_right_ones()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path);
        using var api = program.Client();
        var load = new Load(api);
        await load.UnderWay();

        var exitCode = await program.StopAsync(Signal.Terminate);

        await load.End;
        Assert.That(exitCode, Is.Zero);
        Assert.That(await program.Errors(), Is.Empty);
    }

    [Test]
    public async Task A_request_under_way_is_answered_before_the_end()
    {
        Signals.AssumeNotIgnored(Signal.Terminate);
        await using var program = await LocalProgram.StartAsync("--port", "0", "--data", _data.Path);
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });
        using var upload = new HttpRequestMessage(HttpMethod.Post, program.ImagesUrl)
        {
            Headers = { ExpectContinue = true },
            Content = new ContentOnDemand(SampleImages.Png(), () => program.Send(Signal.Terminate)),
        };

        using var answer = await http.SendAsync(upload);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await program.EndAsync(), Is.Zero);
        Assert.That(await program.Errors(), Is.Empty);
    }

    /// <summary>An image that is sent once the server has asked for it; something happens just before.</summary>
    private sealed class ContentOnDemand : HttpContent
    {
        private readonly byte[] _image;
        private readonly Action _before;

        public ContentOnDemand(byte[] image, Action before)
        {
            (_image, _before) = (image, before);
            Headers.ContentType = new("image/png");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _before();
            await stream.WriteAsync(_image);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _image.Length;
            return true;
        }
    }
}
