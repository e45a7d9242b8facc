using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

public sealed class PutObjectTests
{
    private const string HelloMd5 = "\"5d41402abc4b2a76b9719d911017c592\"";
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Test]
    public async Task The_etag_is_the_md5_and_a_put_replaces_what_was_there()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var put = await Wire.PutAsync($"/{bucket}/a", Hello);
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That((put.Status, put.Header("ETag")), Is.EqualTo((200, HelloMd5)));
        Assert.That(get.Body, Is.EqualTo(Hello));
        Assert.That(get.Header("ETag"), Is.EqualTo(HelloMd5));
    }

    [Test]
    public async Task System_and_user_metadata_come_back_as_they_were_sent()
    {
        var bucket = await TestBucket.CreateAsync();
        (string, string)[] headers =
        [
            ("Content-Type", "image/png"), ("Content-Disposition", "inline; filename=\"a.png\""), ("Content-Encoding", "gzip"), ("Content-Language", "de"),
            ("Cache-Control", "max-age=5"), ("Expires", "Thu, 01 Dec 2033 16:00:00 GMT"), ("x-amz-meta-Color", "deep  red"),
        ];

        await Wire.PutAsync($"/{bucket}/a", Hello, headers);
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null);

        Assert.That(headers.Select(h => (h.Item1, head.Header(h.Item1))), Is.EqualTo(headers));
    }

    [Test]
    public async Task Without_a_content_type_it_is_binary()
    {
        var bucket = await TestBucket.WithKeysAsync();

        await Wire.PutAsync($"/{bucket}/a", Hello);
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null);

        Assert.That(head.Header("Content-Type"), Is.EqualTo("binary/octet-stream"));
    }

    [Test]
    public async Task User_metadata_beyond_ascii_comes_back_encoded()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 0", "x-amz-meta-name: Grün"]);
        await connection.ReadUntilAsync("\r\n\r\n");
        var head = await Wire.SendAsync("HEAD", $"/{bucket}/a", null);

        Assert.That(head.Header("x-amz-meta-name"), Is.EqualTo("=?UTF-8?B?R3LDvG4=?="));
    }

    [TestCase(2047, 200)]
    [TestCase(2048, 400)]
    public async Task User_metadata_may_have_2_KB(int valueLength, int status)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}/a", Hello, ("x-amz-meta-k", new string('v', valueLength)));

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Code, Is.EqualTo(status == 200 ? null : "MetadataTooLarge"));
    }

    [Test]
    public async Task If_none_match_puts_once_only()
    {
        var bucket = await TestBucket.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Wire.PutAsync($"/{bucket}/a", [(byte)n], ("If-None-Match", "*"))));
        var late = await Wire.PutAsync($"/{bucket}/a", Hello, ("If-None-Match", "*"));

        Assert.That(answers.Count(a => a.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(a => a.Status != 200).Append(late), Is.All.Matches(Is.Refused(412, "PreconditionFailed").Resolve()));
    }

    [TestCase("If-Match", HelloMd5, 200, null)]
    [TestCase("If-Match", "*", 200, null)]
    [TestCase("If-Match", "\"00000000000000000000000000000000\"", 412, "PreconditionFailed")]
    [TestCase("If-None-Match", HelloMd5, 501, "NotImplemented")]
    public async Task A_put_may_want_a_certain_version(string header, string value, int status, string? code)
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/a", Hello);

        var answer = await Wire.PutAsync($"/{bucket}/a", [1], (header, value));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task If_match_on_nothing_is_404()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}/a", Hello, ("If-Match", HelloMd5));

        Assert.That(answer, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_404()
    {
        var answer = await Wire.PutAsync($"/{TestBucket.Name()}/a", Hello);

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task Two_hundred_clients_put_at_once_and_each_finds_its_own()
    {
        var bucket = await TestBucket.CreateAsync();
        var keys = Enumerable.Range(0, 200).Select(n => $"k{n}").ToList();

        await Task.WhenAll(keys.Select(key => Wire.PutAsync($"/{bucket}/{key}", Encoding.UTF8.GetBytes(key))));
        var bodies = await Task.WhenAll(keys.Select(async key => Encoding.UTF8.GetString((await Wire.GetAsync($"/{bucket}/{key}")).Body)));

        Assert.That(bodies, Is.EqualTo(keys));
    }

    [Test]
    public async Task The_sdk_puts_and_gets_a_stream()
    {
        var bucket = await TestBucket.CreateAsync();
        var bytes = Enumerable.Range(0, 300_000).Select(n => (byte)(n * 7)).ToArray();
        var request = new PutObjectRequest { BucketName = bucket, Key = "a", InputStream = new MemoryStream(bytes), ContentType = "image/png" };
        request.Metadata["color"] = "red";

        await AwsSurface.S3.PutObjectAsync(request);
        using var got = await AwsSurface.S3.GetObjectAsync(bucket, "a");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);

        Assert.That(copy.ToArray(), Is.EqualTo(bytes));
        Assert.That((got.Headers.ContentType, got.Headers.ContentEncoding, got.Metadata["color"]), Is.EqualTo(("image/png", (string?)null, "red")));
    }
}
