using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>Bodies whose chunks are signed one by one: what was not signed so is refused, and leaves nothing.</summary>
public sealed class SignedChunkTests
{
    private const string Chunked = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string WithTrailers = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string Checksum = "x-amz-checksum-crc32:NhCmhg==";

    private static readonly string Large = new('a', 8192);

    /// <summary>Ways to alter a body that another has signed.</summary>
    private static readonly Dictionary<string, Func<string, string>> Alterations = new()
    {
        ["a byte"] = body => body.Replace("hello", "hallo", StringComparison.Ordinal),
        ["the first signature"] = body => Replace(body, body.IndexOf("signature=", StringComparison.Ordinal) + 10),
        ["the last signature"] = body => Replace(body, body.LastIndexOf("signature=", StringComparison.Ordinal) + 10),
        ["no signature"] = body => body.Replace(";chunk-signature=", ";", StringComparison.Ordinal),
        ["nothing but a size"] = body => body.Remove(body.IndexOf(';', StringComparison.Ordinal), 81),
        ["capital letters"] = body => body.Replace(body[(body.IndexOf('=', StringComparison.Ordinal) + 1)..body.IndexOf('\r', StringComparison.Ordinal)], "A", StringComparison.Ordinal),
    };

    [TestCase(Chunked, "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648 0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497 "
        + "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9")]
    [TestCase(WithTrailers, "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2 1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7 "
        + "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992 d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435")]
    public void The_examples_of_AWS_are_signed_as_these_tests_sign(string framing, string seed, string expected)
    {
        var signer = new ChunkSigner("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20130524T000000Z", seed);
        var signatures = new List<string>();

        foreach (var size in new[] { 65536, 1024, 0 })
        {
            signer.Chunk(new string('a', size));
            signatures.Add(signer.Last);
        }

        if (framing == WithTrailers)
        {
            signer.Trailers("x-amz-checksum-crc32c:sOO8/Q==");
            signatures.Add(signer.Last);
        }

        Assert.That(string.Join(' ', signatures), Is.EqualTo(expected));
    }

    [Test]
    public async Task Chunks_are_put_together()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, Chunked, 8197, signer => $"{signer.Chunk(Large)}{signer.Chunk("hello")}{signer.Chunk("")}\r\n");
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That(get.Body, Is.EqualTo(Encoding.ASCII.GetBytes($"{Large}hello")));
    }

    [Test]
    public async Task A_body_may_be_empty([Values(Chunked, WithTrailers)] string framing)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, framing, 0, signer => $"{signer.Chunk("")}{(framing == WithTrailers ? signer.Trailers("") : "")}\r\n");

        Assert.That(put.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_was_signed_cannot_be_altered(
        [Values("a byte", "the first signature", "the last signature", "no signature", "nothing but a size", "capital letters")] string alteration)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, Chunked, 5, signer => Alterations[alteration]($"{signer.Chunk("hello")}{signer.Chunk("")}\r\n"));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(put, Is.Refused(403, "SignatureDoesNotMatch"));
        Assert.That(put.Element("StringToSign"), Does.StartWith("AWS4-HMAC-SHA256-PAYLOAD\n"));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task Chunks_cannot_be_swapped_or_left_out([Values("a b", "a", "b a", "a b b")] string order)
    {
        var bucket = await TestBucket.CreateAsync();
        var size = order.Split(' ').Length * 8192;

        var put = await PutAsync(bucket, Chunked, size, signer =>
        {
            var chunks = new Dictionary<string, string> { ["a"] = signer.Chunk(Large), ["b"] = signer.Chunk(new string('b', 8192)) };
            return $"{string.Concat(order.Split(' ').Select(name => chunks[name]))}{signer.Chunk("")}\r\n";
        });

        Assert.That((put.Status, put.Code), Is.EqualTo(order == "a b" ? (200, null) : (403, "SignatureDoesNotMatch")));
    }

    [Test]
    public async Task Chunks_of_another_request_are_refused()
    {
        var bucket = await TestBucket.CreateAsync();
        var other = ChunkSigner.After(Head($"{bucket}/b", Chunked, 5));

        var put = await PutAsync(bucket, Chunked, 5, _ => $"{other.Chunk("hello")}{other.Chunk("")}\r\n");

        Assert.That(put, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("", "", 200, null)]
    [TestCase("NhCmhg==", "!hCmhg==", 403, "SignatureDoesNotMatch")]
    [TestCase("x-amz-trailer-signature:", "x-amz-trailer-signature:0", 403, "SignatureDoesNotMatch")]
    [TestCase("x-amz-trailer-signature:", "x-more:1\r\nx-amz-trailer-signature:", 403, "SignatureDoesNotMatch")]
    [TestCase("x-amz-trailer-signature:", "x-amz-another:", 400, "MalformedTrailerError")]
    public async Task Trailers_cannot_be_altered(string before, string after, int status, string? code)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(
            bucket,
            WithTrailers,
            5,
            signer => $"{signer.Chunk("hello")}{signer.Chunk("")}{(before.Length > 0 ? signer.Trailers(Checksum).Replace(before, after, StringComparison.Ordinal) : signer.Trailers(Checksum))}\r\n",
            ("x-amz-trailer", "x-amz-checksum-crc32"));

        Assert.That((put.Status, put.Code), Is.EqualTo((status, code)));
        Assert.That((await Wire.GetAsync($"/{bucket}/a")).Status, Is.EqualTo(status == 200 ? 200 : 404));
    }

    [Test]
    public async Task Only_the_last_chunk_may_be_small([Values(8191, 1)] int size)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, Chunked, size + 1, signer => $"{signer.Chunk(Large[..size])}{signer.Chunk("b")}{signer.Chunk("")}\r\n");

        Assert.That(put, Is.Refused(403, "InvalidChunkSizeError"));
        Assert.That((put.Element("Chunk"), put.Element("BadChunkSize")), Is.EqualTo(("2", $"{size}")));
    }

    private static string Replace(string body, int at) => $"{body[..at]}{(body[at] == '0' ? '1' : '0')}{body[(at + 1)..]}";

    private static (string Name, string Value)[] Head(string target, string framing, int length, params (string, string)[] headers) => new RequestSignature().Sign(
        "PUT", $"{AwsSurface.Endpoint}{target}", [("x-amz-content-sha256", framing), ("x-amz-decoded-content-length", $"{length}"), .. headers], []);

    private static Task<S3Answer> PutAsync(string bucket, string framing, int length, Func<ChunkSigner, string> body, params (string, string)[] headers)
    {
        var head = Head($"{bucket}/a", framing, length, headers);
        return Wire.SendUnsignedAsync("PUT", $"/{bucket}/a", Encoding.Latin1.GetBytes(body(ChunkSigner.After(head))), head);
    }
}
