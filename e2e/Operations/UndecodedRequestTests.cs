using System.Security.Cryptography;
using System.Text;
using ImageService.Handlers.Routing;

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

    [TestCase("gzip", "gzip")]
    [TestCase("deflate", "deflate")]
    [TestCase("deflate", "deflate", true, Description = "Without zlib's frame, as some clients read the name.")]
    [TestCase("deflate,, gzip ", "gzip")]
    [TestCase("gzip, deflate, gzip, gzip", "gzip", Description = "As many as there may be.")]
    public async Task A_compressed_body_is_decompressed_and_refused_where_it_is_cut_off(string codings, string last, bool isRaw = false)
    {
        await using var service = await DirectService.StartAsync();
        var (image, header) = (SampleImages.OfSize(1000), ("Content-Encoding", codings));
        var body = ContentCoding.Encode(image, codings, isRaw);

        var taken = await service.Upload(body, header);
        var damaged = await service.Upload(body[..^1], header);

        Assert.That(taken, Is.Status(201));
        Assert.That(taken.Image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(image))));
        Assert.That(damaged, Is.Problem(400, "invalid-content-encoding"));
        Assert.That((string?)damaged.Json["detail"], Is.EqualTo($"The body is not valid {last}, or is cut off."));
    }

    [TestCase("identity")]
    [TestCase("Identity, identity,")]
    [TestCase("")]
    public async Task Where_nothing_was_compressed_the_body_is_read_as_it_is(string codings)
    {
        await using var service = await DirectService.StartAsync();
        var image = SampleImages.Png();

        var answer = await service.Upload(image, ("Content-Encoding", codings));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(image))));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task A_body_that_is_empty_is_not_decompressed(string coding)
    {
        await using var service = await DirectService.StartAsync();

        var answer = await service.Upload([], ("Content-Encoding", coding));

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    [Test]
    public async Task A_coding_that_is_unknown_or_one_too_many_is_refused()
    {
        await using var service = await DirectService.StartAsync();
        var body = ContentCoding.Gzip(SampleImages.Png());

        var unknown = await service.Upload(body, ("Content-Encoding", "br"));
        var followed = await service.Upload([.. body, 1, 2, 3], ("Content-Encoding", "gzip"));
        var many = await service.Upload(body, ("Content-Encoding", "gzip, gzip, gzip, gzip, gzip"));

        Assert.That(unknown, Is.Problem(415, "unsupported-content-encoding"));
        Assert.That(unknown.Header("Accept-Encoding"), Is.EqualTo("gzip, deflate, identity"));
        Assert.That((string)unknown.Json["detail"]!, Does.Contain("Content-Encoding br "));
        Assert.That(followed, Is.Problem(400, "invalid-content-encoding"));
        Assert.That(many, Is.Problem(400, "invalid-content-encoding"));
        Assert.That((string?)many.Json["detail"], Is.EqualTo("The body has more than 4 content codings."));
    }

    [TestCase("gzip", 0, "image-too-large")]
    [TestCase("gzip", 1, "request-too-large")]
    [TestCase("deflate", 0, "image-too-large")]
    [TestCase("deflate", 1, "request-too-large")]
    public async Task A_body_is_decompressed_to_what_an_invocation_carries(string coding, int more, string code)
    {
        await using var service = await DirectService.StartAsync();
        const int longest = 6 * 1024 * 1024 / 4 * 3;

        var answer = await service.Upload(ContentCoding.Encode(new byte[longest + more], coding), ("Content-Encoding", coding));

        Assert.That(answer, Is.Problem(413, code));
        Assert.That((string?)answer.Json["detail"], Does.Contain("POST /uploads"));
    }

    [TestCase(Operation.GetOpenApi, "GET", "/openapi.json", 200)]
    [TestCase(Operation.Fallback, "POST", "/nothing", 404)]
    public async Task A_coding_of_a_body_that_nothing_reads_means_nothing(Operation operation, string method, string path, int status)
    {
        await using var service = await DirectService.StartAsync();

        var answer = await service.Send(operation, method, path, [1, 2, 3], [("Content-Encoding", "br")]);

        Assert.That(answer, Is.Status(status));
    }

    [TestCase("a=\"b;")]
    [TestCase("a=\"b\"c;")]
    [TestCase("a;b=")]
    [TestCase("a=\"\\\";")]
    [TestCase("=?utf-8?Q?")]
    [TestCase("a=\";b=\"=")]
    [TestCase("\"    ")]
    [TestCase(";b= \"x", "a=\"x", ";c=\"y")]
    [TestCase(";(=\"x", "a=\"x", ";c=\"y")]
    public async Task A_header_is_read_in_linear_time(string repeated, string start = "filename=\"", string end = "")
    {
        await using var service = await DirectService.StartAsync();
        var header = $"{start}{string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length))}{end}";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var answer = await service.Upload(SampleImages.Png(), ("Content-Disposition", header)).WaitAsync(limit.Token);

        Assert.That(answer.Status, Is.EqualTo(201).Or.EqualTo(400));
    }
}
