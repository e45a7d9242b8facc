using System.Net;
using System.Net.Http.Headers;
using ImageService.Bench.Throughput;

namespace ImageService.Bench;

/// <summary>
/// Sends many uploads in JSON to <c>local</c> at once, and looks at the memory of its process: how much it takes for each byte of the bodies, and
/// what it keeps afterwards. Each body is held back before its last byte until all of them have come that far.
/// </summary>
internal static class Uploads
{
    private const int MiB = 1024 * 1024;
    private const int ImageSize = 3 * MiB;
    private const int Rounds = 3;

    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(int count)
    {
        using var program = await LocalProcess.StartAsync();
        using var http = new HttpClient();
        var body = BenchImages.InJson(BenchImages.OfBytes(ImageSize));
        // One after another, for all that stays in memory from then on.
        for (var i = 0; i < 8; i++)
            await SendAsync(http, program.ImagesUrl, BenchImages.InJson(BenchImages.OfBytes(1000)), new Gate(1));
        var before = program.Memory;

        for (var round = 0; round < Rounds; round++)
        {
            var gate = new Gate(count);
            await Task.WhenAll(Enumerable.Range(0, count).Select(_ => SendAsync(http, program.ImagesUrl, body, gate)));
        }

        var peak = program.PeakMemory;
        await Task.Delay(Afterwards);
        var after = program.Memory;
        var bodies = (double)count * body.Length;
        Console.WriteLine($"{Rounds} times {count} uploads at once, {(double)body.Length / MiB:0.0} MiB each");
        Console.WriteLine($"memory: {before / MiB} MiB before, {peak / MiB} MiB at most, {after / MiB} MiB after {Afterwards.TotalSeconds} s");
        Console.WriteLine($"bytes of memory for each byte of the bodies: {(peak - before) / bodies:0.00} at most, {(after - before) / bodies:0.00} afterwards");
    }

    private static async Task SendAsync(HttpClient http, Uri url, byte[] body, Gate gate)
    {
        using var answer = await http.PostAsync(url, new HeldContent(body, gate));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Opens when a number of senders have come to it.</summary>
    private sealed class Gate(int senders)
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = senders;

        public Task PassAsync()
        {
            if (Interlocked.Decrement(ref _missing) == 0)
                _open.SetResult();
            return _open.Task;
        }
    }

    private sealed class HeldContent : HttpContent
    {
        private readonly byte[] _body;
        private readonly Gate _gate;

        public HeldContent(byte[] body, Gate gate)
        {
            (_body, _gate) = (body, gate);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(..^1));
            await stream.FlushAsync();
            await _gate.PassAsync();
            await stream.WriteAsync(_body.AsMemory(^1..));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
