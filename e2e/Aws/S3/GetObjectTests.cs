using System.Text;

namespace ImageService.E2E.Aws.S3;

public sealed class GetObjectTests
{
    private const string ETag = "\"25f9e794323b453885f5181f1b624d0b\"";
    private const string Other = "\"00000000000000000000000000000000\"";
    private const string Past = "Sat, 01 Jan 2000 00:00:00 GMT";
    private const string Future = "Fri, 01 Jan 2100 00:00:00 GMT";

    [Test]
    public async Task An_object_comes_with_its_headers()
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target);

        Assert.That((answer.Status, Encoding.ASCII.GetString(answer.Body)), Is.EqualTo((200, "123456789")));
        Assert.That((answer.Header("ETag"), answer.Header("Accept-Ranges"), answer.Header("Content-Length")), Is.EqualTo((ETag, "bytes", "9")));
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

    [TestCase("bytes=0-3", "1234", "bytes 0-3/9")]
    [TestCase("bytes=8-8", "9", "bytes 8-8/9")]
    [TestCase("bytes=5-", "6789", "bytes 5-8/9")]
    [TestCase("bytes=-2", "89", "bytes 7-8/9")]
    [TestCase("bytes=-100", "123456789", "bytes 0-8/9")]
    [TestCase("bytes=7-99999999999999999999999", "89", "bytes 7-8/9")]
    public async Task A_range_gets_a_part(string range, string body, string contentRange)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That((answer.Status, Encoding.ASCII.GetString(answer.Body)), Is.EqualTo((206, body)));
        Assert.That(answer.Header("Content-Range"), Is.EqualTo(contentRange));
    }

    [TestCase("bytes=0-1,3-4")]
    [TestCase("bytes=5-2")]
    [TestCase("bytes=-")]
    [TestCase("bytes=a-b")]
    [TestCase("lines=0-1")]
    public async Task What_is_no_single_range_gets_the_whole(string range)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That((answer.Status, answer.Body.Length), Is.EqualTo((200, 9)));
    }

    [TestCase("bytes=9-")]
    [TestCase("bytes=100-200")]
    [TestCase("bytes=-0")]
    public async Task A_range_behind_the_end_is_416(string range)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That(answer, Is.Refused(416, "InvalidRange"));
        Assert.That((answer.Element("ActualObjectSize"), answer.Element("RangeRequested")), Is.EqualTo(("9", range)));
    }

    [TestCase(ETag, 206)]
    [TestCase(Other, 200)]
    [TestCase(Past, 200)]
    public async Task A_range_of_another_version_gets_the_whole(string ifRange, int status)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target, ("Range", "bytes=0-1"), ("If-Range", ifRange));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(200, "If-Match", ETag)]
    [TestCase(200, "If-Match", "25f9e794323b453885f5181f1b624d0b")]
    [TestCase(200, "If-Match", Other + ", " + ETag)]
    [TestCase(200, "If-Match", "*")]
    [TestCase(412, "If-Match", Other)]
    [TestCase(412, "If-Match", "W/" + ETag)]
    [TestCase(200, "If-None-Match", Other)]
    [TestCase(304, "If-None-Match", ETag)]
    [TestCase(304, "If-None-Match", "W/" + ETag)]
    [TestCase(304, "If-None-Match", "*")]
    [TestCase(200, "If-Modified-Since", Past)]
    [TestCase(304, "If-Modified-Since", Future)]
    [TestCase(200, "If-Modified-Since", "no date")]
    [TestCase(412, "If-Unmodified-Since", Past)]
    [TestCase(200, "If-Unmodified-Since", Future)]
    [TestCase(200, "If-Match", ETag, "If-Unmodified-Since", Past)]
    [TestCase(200, "If-None-Match", Other, "If-Modified-Since", Future)]
    [TestCase(304, "If-None-Match", ETag, "If-Modified-Since", Past)]
    [TestCase(304, "If-Match", ETag, "If-None-Match", ETag)]
    [TestCase(412, "If-Match", Other, "If-None-Match", ETag)]
    public async Task Conditions_hold_in_the_order_of_RFC_9110(int status, params string[] headers)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync(target, [.. headers.Chunk(2).Select(h => (h[0], h[1]))]);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, status == 412 ? "PreconditionFailed" : null)));
        Assert.That(answer.Header("ETag"), Is.EqualTo(status == 412 ? null : ETag));
        Assert.That(answer.Body, Has.Length.EqualTo(status == 200 ? 9 : answer.Body.Length).And.Length.Matches<int>(n => status != 304 || n == 0));
    }

    [Test]
    public async Task The_date_of_the_object_itself_is_not_modified_since()
    {
        var target = await DigitsAsync();
        var modified = (await Wire.GetAsync(target)).Header("Last-Modified")!;

        var since = await Wire.GetAsync(target, ("If-Modified-Since", modified));
        var unmodified = await Wire.GetAsync(target, ("If-Unmodified-Since", modified));

        Assert.That((since.Status, unmodified.Status), Is.EqualTo((304, 200)));
    }

    [Test]
    public async Task An_unsigned_request_may_not_choose_the_headers_of_the_answer()
    {
        var target = await DigitsAsync();

        var unsigned = await Wire.GetAsync($"{target}?response-content-type=text/html");
        var signed = await Wire.GetAsync($"{target}?response-content-type=text/html", ("Authorization", "AWS4-HMAC-SHA256 Credential=test"));

        Assert.That(unsigned, Is.Refused(400, "InvalidRequest"));
        Assert.That((signed.Status, signed.Header("Content-Type")), Is.EqualTo((200, "text/html")));
    }

    [TestCase("%0D%0Ax:%20y")]
    [TestCase("%C3%BC")]
    public async Task A_chosen_header_cannot_hold_what_no_header_can(string value)
    {
        var target = await DigitsAsync();

        var answer = await Wire.GetAsync($"{target}?response-content-disposition={value}", ("Authorization", "AWS4-HMAC-SHA256 Credential=test"));

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
        Assert.That(answers.Where(a => a.Body.Length > 0).Select(a => a.Body), Is.All.Matches<byte[]>(b => b.SequenceEqual(Version(b[0]))));
    }

    private static async Task<string> DigitsAsync()
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/digits", "123456789"u8.ToArray());
        return $"/{bucket}/digits";
    }
}
