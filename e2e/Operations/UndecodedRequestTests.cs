using System.IO.Compression;
using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>Requests that a gateway passes on as they came: it neither undoes the Content-Encoding nor reads headers as UTF-8.</summary>
public sealed class UndecodedRequestTests
{
    [TestCase("Straße 日本.png", "Straße 日本.png", Description = "UTF-8, read as Latin-1.")]
    [TestCase("Stra\u00C3\u0178e.png", "Stra\u00C3\u0178e.png", Description = "Read well: Ÿ is not in Latin-1.")]
    public async Task A_name_that_was_read_as_Latin_1_is_read_again(string sent, string name)
    {
        await using var service = await DirectService.StartAsync();
        var header = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes($"attachment; filename=\"{sent}\""));

        var answer = await service.Upload(SampleImages.Png(), ("Content-Disposition", header));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.FileName, Is.EqualTo(name));
    }

    [TestCase("Straße.png")]
    [TestCase("日本.png")]
    public async Task A_name_that_was_read_well_stays(string name)
    {
        await using var service = await DirectService.StartAsync();

        var answer = await service.Upload(SampleImages.Png(), ("Content-Disposition", $"attachment; filename=\"{name}\""));

        Assert.That(answer.Image.FileName, Is.EqualTo(name));
    }

    [Test]
    public async Task A_compressed_body_is_decompressed_or_refused()
    {
        await using var service = await DirectService.StartAsync();
        var zipped = new MemoryStream();
        await using (var stream = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
            await stream.WriteAsync(SampleImages.Png());

        var taken = await service.Upload(zipped.ToArray(), ("Content-Encoding", "gzip"));
        var damaged = await service.Upload(zipped.ToArray()[..^1], ("Content-Encoding", "gzip"));
        var unknown = await service.Upload(zipped.ToArray(), ("Content-Encoding", "br"));

        Assert.That(taken, Is.Status(201));
        Assert.That(damaged, Is.Problem(400, "invalid-content-encoding"));
        Assert.That(unknown, Is.Problem(415, "unsupported-content-encoding"));
        Assert.That(unknown.Header("Accept-Encoding"), Is.EqualTo("gzip, deflate, identity"));
        Assert.That((string)unknown.Json["detail"]!, Does.Contain("Content-Encoding br "));
    }

    [TestCase("a=\"b;")]
    [TestCase("a=\"b\"c;")]
    [TestCase("a;b=")]
    [TestCase("a=\"\\\";")]
    [TestCase("=?utf-8?Q?")]
    [TestCase("a=\";b=\"=")]
    [TestCase("\"    ")]
    public async Task A_header_is_read_in_linear_time(string repeated)
    {
        await using var service = await DirectService.StartAsync();
        var header = "filename=\"" + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var answer = await service.Upload(SampleImages.Png(), ("Content-Disposition", header)).WaitAsync(limit.Token);

        Assert.That(answer.Status, Is.EqualTo(201).Or.EqualTo(400));
    }
}
