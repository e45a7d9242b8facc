using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Hostile;

/// <summary>
/// Random requests of someone who means harm: each is answered, by no 5xx, and with nothing of an image that it does not name. A usual run sends a few hundred;
/// <c>IMAGE_SERVICE_HOSTILE=5000</c> more. A failure prints the seed; <c>IMAGE_SERVICE_SEED</c> repeats it.
/// </summary>
[NotOnLocalStack("What it makes of malformed HTTP is its own.")]
public sealed class HostileRequestTests
{
    /// <summary>Longer than any answer takes, shorter than what the gateway waits for a body.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_HOSTILE") ?? "300", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("IMAGE_SERVICE_SEED") ?? $"{Random.Shared.Next()}", CultureInfo.InvariantCulture);

    [Test]
    public async Task Whatever_comes_is_answered_and_nothing_else_is_shown()
    {
        await using var errors = new StringWriter();
        await using var cloud = await Embedded.StartAsync(new() { ErrorLog = TextWriter.Synchronized(errors) });
        var secret = SampleImages.OfSize(1000);
        var image = await cloud.Api.UploadImage(secret, owner: $"{Guid.NewGuid()}");
        var url = cloud.Api.BaseUrl;

        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var request = HostileRequest.Next(url.AbsolutePath.TrimEnd('/'), url.Authority, new Random(Seed + number));
            if (await SendAsync(url, request) is not { } answer)
                return;
            Assert.That(answer, Does.Match("^HTTP/1.1 [1234]"), () => $"IMAGE_SERVICE_SEED={Seed + number} IMAGE_SERVICE_HOSTILE=1\n{request}");
            Assert.That(answer, Does.Not.Contain(Encoding.Latin1.GetString(secret, 100, 100)), () => $"IMAGE_SERVICE_SEED={Seed + number}\n{request}");
        });

        Assert.That((await cloud.Api.Download(image.Id)).Bytes, Is.Bytes(secret));
        Assert.That(errors.ToString(), Is.Empty);
    }

    /// <returns>The answer; null where the client has gone before it.</returns>
    private static async Task<string?> SendAsync(Uri url, HostileRequest request)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(url.Host, url.Port, limit.Token);
        var stream = tcp.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request.Head), limit.Token);
            await stream.WriteAsync(request.Body, limit.Token);
            if (request.IsCutOff)
                return null;
        }
        catch (IOException)
        {
            // It has answered and closed before it had all.
        }

        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // It has closed a connection on which there was more to read; what it answered before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
