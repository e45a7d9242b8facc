using System.Text;

namespace EmbeddedAws.Tests.S3;

public sealed class GetObjectTests
{
    [Test]
    public async Task An_object_comes_with_its_headers()
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target);

        Assert.That((answer.Status, Encoding.ASCII.GetString(answer.Body)), Is.EqualTo((200, "123456789")));
        Assert.That((answer.Header("ETag"), answer.Header("Accept-Ranges"), answer.Header("Content-Length")), Is.EqualTo((Digits.ETag, "bytes", "9")));
        Assert.That(DateTimeOffset.Parse(answer.Header("Last-Modified")!, null), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
        Assert.That(answer.Headers.Keys, Is.SupersetOf((string[])["x-amz-request-id", "x-amz-id-2", "Date"]));
    }

    [Test]
    public async Task A_missing_key_and_a_missing_bucket_are_told_apart()
    {
        var bucket = await TestBucket.CreateAsync();

        var key = await Wire.GetAsync($"/{bucket}/missing");
        var none = await Wire.GetAsync($"/{TestBucket.Name()}/missing");

        Assert.That(key, Is.Refused(404, "NoSuchKey"));
        Assert.That((key.Element("Key"), key.Element("Resource"), key.Element("RequestId")), Is.EqualTo(("missing", $"/{bucket}/missing", key.Header("x-amz-request-id"))));
        Assert.That(none, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task A_signed_request_chooses_the_headers_of_the_answer()
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync($"{target}?response-content-type=text/html");

        Assert.That((answer.Status, answer.Header("Content-Type")), Is.EqualTo((200, "text/html")));
    }

    [TestCase("%0D%0Ax:%20y")]
    [TestCase("%C3%BC")]
    public async Task A_chosen_header_cannot_hold_what_no_header_can(string value)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync($"{target}?response-content-disposition={value}");

        Assert.That(answer, Is.Refused(400, "InvalidArgument"));
    }

    [Test]
    public async Task A_reader_gets_the_version_that_it_has_begun_with()
    {
        var bucket = await TestBucket.CreateAsync();
        var first = new byte[4 * 1024 * 1024];
        await Wire.PutAsync($"/{bucket}/a", first);

        using var reading = await AwsSurface.S3.GetObjectAsync(bucket, "a");
        await Wire.PutAsync($"/{bucket}/a", [1]);
        await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        using var copy = new MemoryStream();
        await reading.ResponseStream.CopyToAsync(copy);

        Assert.That(copy.ToArray(), Is.EqualTo(first));
    }

    [Test]
    public async Task Readers_beside_writers_see_whole_versions_only()
    {
        var bucket = await TestBucket.CreateAsync();
        byte[] Version(int n) => [.. Enumerable.Repeat((byte)n, 20_000 + n)];
        await Wire.PutAsync($"/{bucket}/a", Version(0));

        var writers = Enumerable.Range(1, 40).Select(n => Wire.PutAsync($"/{bucket}/a", Version(n)));
        var readers = Enumerable.Range(0, 80).Select(_ => Wire.GetAsync($"/{bucket}/a"));
        var answers = await Task.WhenAll([.. writers, .. readers]);

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(200));
        Assert.That(answers.Where(a => a.Body.Length > 0).Select(a => a.Body), Is.All.Matches<byte[]>(b => b!.SequenceEqual(Version(b![0]))));
    }
}
