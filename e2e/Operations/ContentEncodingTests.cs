using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using static ImageService.E2E.Operations.ContentCoding;

namespace ImageService.E2E.Operations;

/// <summary>Compressed bodies, of every operation that has a body.</summary>
public sealed class ContentEncodingTests
{
    private static readonly byte[] Bomb = Gzip(new byte[50 * 1024 * 1024]);

    [TestCase("gzip")]
    [TestCase("GZip")]
    [TestCase("x-gzip")]
    [TestCase("deflate")]
    [TestCase("deflate", true, Description = "Without zlib's frame, as some clients read the name.")]
    [TestCase("identity")]
    [TestCase("deflate, gzip")]
    [TestCase("identity, gzip, identity")]
    public async Task An_image_may_be_compressed(string coding, bool isRaw = false)
    {
        var image = SampleImages.OfSize(100_000);

        var answer = await PlainHttp.Upload(Encode(image, coding, isRaw), ("Content-Encoding", coding), ("Content-Type", "image/png"));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Size, Is.EqualTo(image.Length));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(image));
    }

    [Test]
    public async Task Any_length_is_decompressed([Values(8170, 8191, 8192, 8193, 16384)] int size)
    {
        var zipped = Gzip(SampleImages.OfSize(size - 23), CompressionLevel.NoCompression);

        var answer = await PlainHttp.Upload(zipped, ("Content-Encoding", "gzip"));

        Assert.That(answer, Is.Status(201));
        Assert.That(answer.Image.Size, Is.EqualTo(size - 23));
    }

    [Test]
    public async Task A_gzip_may_have_several_members()
    {
        var image = SampleImages.Png();

        var answer = await PlainHttp.Upload([.. Gzip(image[..40]), .. Gzip(image[40..])], ("Content-Encoding", "gzip"));

        Assert.That(answer.Image.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(image))));
    }

    [Test]
    public async Task Every_operation_with_a_body_takes_a_compressed_one()
    {
        var image = SampleImages.Png();
        var form = ClientForms.All[0];
        var gzip = ("Content-Encoding", "gzip");
        var json = ("Content-Type", "application/json");

        var uploaded = await PlainHttp.Upload(Gzip(form.Body(image)), gzip, ("Content-Type", form.ContentType));
        var inJson = await PlainHttp.Upload(Gzip(Encoding.UTF8.GetBytes($$"""{"fileName":"a.png","content":"{{Convert.ToBase64String(image)}}"}""")), gzip, json);
        var updated = await PlainHttp.Send(HttpMethod.Patch, $"images/{uploaded.Image.Id}", Gzip("""{"owner":"user-17"}"""u8.ToArray()), gzip, json);
        var created = await PlainHttp.Send(HttpMethod.Post, "uploads", Gzip(Encoding.UTF8.GetBytes(LargeUpload.Describe(image).ToJsonString())), gzip, json);
        await PresignedPut.Send(created.Upload, image);
        var completed = await PlainHttp.Send(HttpMethod.Post, $"uploads/{created.Upload.Id}/complete", Gzip("{}"u8.ToArray()), gzip);

        Assert.That(new[] { uploaded, inJson, created, completed }, Has.All.Matches(Is.Status(201)));
        Assert.That(updated.Image.Owner, Is.EqualTo("user-17"));
    }

    [TestCase("br")]
    [TestCase("zstd")]
    [TestCase("gzip, Brotli")]
    [TestCase("aws-chunked")]
    public async Task Any_other_coding_is_refused(string coding)
    {
        foreach (var (method, path) in await Operations())
        {
            var answer = await PlainHttp.Send(method, path, SampleImages.Png(), ("Content-Encoding", coding));

            AssertRefused(answer, 415, "unsupported-content-encoding");
            Assert.That(answer.Header("Accept-Encoding"), Is.EqualTo("gzip, deflate, identity"));
        }
    }

    [Test]
    public async Task A_body_that_is_not_what_it_says_is_refused([Values("gzip", "deflate", "gzip, gzip, gzip, gzip, gzip")] string coding)
    {
        foreach (var (method, path) in await Operations())
        {
            var answer = await PlainHttp.Send(method, path, SampleImages.Png(), ("Content-Encoding", coding));

            AssertRefused(answer, 400, "invalid-content-encoding");
        }
    }

    [Test]
    public async Task A_body_that_is_cut_off_is_refused([Values("gzip", "deflate")] string coding, [Values] bool isRaw, [Values(1, 4, 8, 9, 200)] int missing)
    {
        var body = Encode(SampleImages.OfSize(1000), coding, isRaw)[..^missing];

        var answer = await PlainHttp.Upload(body, ("Content-Encoding", coding));

        AssertRefused(answer, 400, "invalid-content-encoding");
    }

    [Test]
    public async Task What_follows_the_end_is_refused()
    {
        var answer = await PlainHttp.Upload([.. Gzip(SampleImages.Png()), 1, 2, 3], ("Content-Encoding", "gzip"));

        AssertRefused(answer, 400, "invalid-content-encoding");
    }

    [Test]
    public async Task A_body_that_becomes_too_large_is_refused()
    {
        foreach (var (method, path) in await Operations())
        {
            var answer = await PlainHttp.Send(method, path, Bomb, ("Content-Encoding", "gzip"));

            Assert.That(answer, Is.Status(413));
            Assert.That((string?)answer.Json["code"], Is.EqualTo("request-too-large"));
            Assert.That((string?)answer.Json["detail"], Does.Contain("POST /uploads"));
        }
    }

    [Test]
    public async Task The_limit_of_an_image_is_that_of_its_bytes()
    {
        var answer = await PlainHttp.Upload(Gzip(new byte[(4 * 1024 * 1024) + 1]), ("Content-Encoding", "gzip"));

        Assert.That(answer, Is.Problem(413, "image-too-large"));
    }

    [Test]
    public async Task No_body_needs_no_coding()
    {
        var upload = await LargeUpload.Put(Api, SampleImages.Png());

        var answer = await PlainHttp.Send(HttpMethod.Post, $"uploads/{upload.Id}/complete", [], ("Content-Encoding", "gzip"));

        Assert.That(answer, Is.Status(201));
    }

    /// <summary>The client reads the same, whether the gateway refuses the body or the function that the gateway passed it on to.</summary>
    private static void AssertRefused(Answer answer, int status, string code)
    {
        Assert.That(answer, Is.Status(status));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/problem+json"));
        Assert.That((string?)answer.Json["code"], Is.EqualTo(code));
        Assert.That((string?)answer.Json["detail"], Is.Not.Empty);
    }

    private static async Task<IReadOnlyList<(HttpMethod Method, string Path)>> Operations()
    {
        var id = (await Api.UploadImage(SampleImages.Png())).Id;
        return [(HttpMethod.Post, "images"), (HttpMethod.Patch, $"images/{id}"), (HttpMethod.Post, "uploads"), (HttpMethod.Post, $"uploads/{id}/complete")];
    }
}
