using System.IO.Compression;
using System.Security.Cryptography;
using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>Bodies with a content coding are decoded before a function sees them.</summary>
public sealed class ContentCodingTests
{
    private readonly List<IntegrationRequest> _seen = [];
    private EmbeddedCloud _cloud = null!;
    private HttpClient _api = null!;

    [SetUp]
    public async Task DeployAnApi()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _api = TestApi.Deploy(_cloud, request =>
        {
            _seen.Add(request);
            return Task.FromResult(new IntegrationResponse(200));
        });
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _api.Dispose();
        await _cloud.DisposeAsync();
    }

    [TestCase("gzip")]
    [TestCase("x-gzip")]
    [TestCase("GZIP")]
    [TestCase("deflate")]
    [TestCase("identity")]
    [TestCase("deflate, gzip")]
    [TestCase("identity, gzip, identity")]
    public async Task A_coding_is_undone_and_its_header_gone(string codings)
    {
        var body = codings.Split(", ").Aggregate("hello"u8.ToArray(), Encode);

        using var answer = await PostAsync(body, codings);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(_seen.Single().Body.ToArray(), Is.EqualTo("hello"u8.ToArray()));
        Assert.That(_seen.Single().Headers.ContainsKey("Content-Encoding"), Is.False);
    }

    [TestCase("br")]
    [TestCase("gzip, zstd")]
    public async Task Another_coding_is_a_415(string codings)
    {
        using var answer = await PostAsync("hello"u8.ToArray(), codings);

        Assert.That((int)answer.StatusCode, Is.EqualTo(415));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("UNSUPPORTED_MEDIA_TYPE "));
        Assert.That(_seen, Is.Empty);
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("gzip, gzip, gzip, gzip, gzip")]
    public async Task A_body_that_is_not_what_it_says_is_a_400(string coding)
    {
        using var answer = await PostAsync("hello"u8.ToArray(), coding);

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("BAD_REQUEST_BODY "));
        Assert.That(_seen, Is.Empty);
    }

    [Test]
    public async Task A_body_that_is_cut_off_is_a_400([Values("gzip", "deflate", "raw")] string coding, [Values(1, 4, 8, 9, 500)] int missing)
    {
        var whole = Encode(RandomNumberGenerator.GetBytes(1000), coding);

        using var answer = await PostAsync(whole[..^missing], coding == "raw" ? "deflate" : coding);

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(_seen, Is.Empty);
    }

    [Test]
    public async Task A_gzip_may_have_several_members_and_nothing_else_may_follow()
    {
        byte[] members = [.. Encode("hel"u8.ToArray(), "gzip"), .. Encode("lo"u8.ToArray(), "gzip")];

        using var whole = await PostAsync(members, "gzip");
        using var followed = await PostAsync([.. members, 1, 2, 3], "gzip");

        Assert.That(_seen.Single().Body.ToArray(), Is.EqualTo("hello"u8.ToArray()));
        Assert.That(((int)whole.StatusCode, (int)followed.StatusCode), Is.EqualTo((200, 400)));
    }

    [Test]
    public async Task No_body_needs_no_coding()
    {
        using var answer = await PostAsync([], "gzip");

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(_seen.Single().Body.IsEmpty, Is.True);
    }

    [Test]
    public async Task A_body_that_decodes_to_more_than_the_limit_is_a_413()
    {
        using var answer = await PostAsync(Encode(new byte[200 * 1024 * 1024], "gzip"), "gzip");

        Assert.That((int)answer.StatusCode, Is.EqualTo(413));
        Assert.That(_seen, Is.Empty);
    }

    private static byte[] Encode(byte[] bytes, string coding)
    {
        using var encoded = new MemoryStream();
        Stream? encoder = coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(encoded, CompressionLevel.Fastest),
            "raw" => new DeflateStream(encoded, CompressionLevel.Fastest),
            _ => null,
        };
        if (encoder is null)
            return bytes;
        encoder.Write(bytes);
        encoder.Dispose();
        return encoded.ToArray();
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body, string codings)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Encoding", codings);
        return _api.PostAsync("images", content);
    }
}
