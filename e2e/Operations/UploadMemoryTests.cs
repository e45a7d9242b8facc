using System.IO.Compression;
using System.Text;

namespace ImageService.E2E.Operations;

/// <summary>
/// What is allocated to read an upload, in bytes: the body is never copied, only decoded. The bytes are not an image, so that all is done on one thread
/// and nothing is sent to S3.
/// </summary>
public sealed class UploadMemoryTests
{
    private const int Size = 3 * 1024 * 1024;
    private const int Little = 200_000;

    private static readonly byte[] Bytes = new byte[Size];

    [Test]
    public async Task The_body_is_the_image()
    {
        var (answer, allocated) = await Upload(Bytes);

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(allocated, Is.LessThan(Little));
    }

    [Test]
    public async Task A_part_of_a_form_is_a_piece_of_the_body()
    {
        var (answer, allocated) = await Upload(ClientForms.All[0].Body(Bytes), ("Content-Type", ClientForms.All[0].ContentType));

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(allocated, Is.LessThan(Little));
    }

    [TestCase(Size, "")]
    [TestCase(57, "\\n")]
    public async Task Base64_is_decoded_from_the_body(int width, string lineBreak)
    {
        var lines = Bytes.Chunk(width).Select(line => Convert.ToBase64String(line) + lineBreak);
        var body = Encoding.UTF8.GetBytes($$"""{"fileName":"a.png","content":"{{string.Concat(lines)}}"}""");

        var (answer, allocated) = await Upload(body, ("Content-Type", "application/json"));

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(allocated, Is.LessThan(Size + Little));
    }

    [Test]
    public async Task A_compressed_body_is_decompressed_once()
    {
        var (answer, allocated) = await Upload(Gzip(Bytes), ("Content-Encoding", "gzip"));

        Assert.That(answer, Is.Problem(415, "unsupported-image"));
        Assert.That(allocated, Is.LessThan(Size + Little));
    }

    [Test]
    public async Task A_body_that_would_become_too_large_is_not_decompressed()
    {
        var (answer, allocated) = await Upload(Gzip(new byte[100 * 1024 * 1024]), ("Content-Encoding", "gzip"));

        Assert.That(answer, Is.Problem(413, "request-too-large"));
        Assert.That(allocated, Is.LessThan(Little));
    }

    private static async Task<(Answer Answer, long Allocated)> Upload(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var service = await DirectService.StartAsync();
        await service.Upload([], headers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var upload = service.Upload(body, headers);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (await upload, allocated);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Fastest))
            stream.Write(bytes);
        return zipped.ToArray();
    }
}
