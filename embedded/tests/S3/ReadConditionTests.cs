namespace EmbeddedAws.Tests.S3;

public sealed class ReadConditionTests
{
    private const string Other = "\"00000000000000000000000000000000\"";
    private const string Past = "Sat, 01 Jan 2000 00:00:00 GMT";
    private const string Future = "Fri, 01 Jan 2100 00:00:00 GMT";

    [TestCase(200, "If-Match", Digits.ETag)]
    [TestCase(200, "If-Match", "25f9e794323b453885f5181f1b624d0b")]
    [TestCase(200, "If-Match", Other + ", " + Digits.ETag)]
    [TestCase(200, "If-Match", "*")]
    [TestCase(412, "If-Match", Other)]
    [TestCase(412, "If-Match", "W/" + Digits.ETag)]
    [TestCase(200, "If-None-Match", Other)]
    [TestCase(304, "If-None-Match", Digits.ETag)]
    [TestCase(304, "If-None-Match", "W/" + Digits.ETag)]
    [TestCase(304, "If-None-Match", "*")]
    [TestCase(200, "If-Modified-Since", Past)]
    [TestCase(304, "If-Modified-Since", Future)]
    [TestCase(200, "If-Modified-Since", "no date")]
    [TestCase(412, "If-Unmodified-Since", Past)]
    [TestCase(200, "If-Unmodified-Since", Future)]
    [TestCase(200, "If-Match", Digits.ETag, "If-Unmodified-Since", Past)]
    [TestCase(200, "If-None-Match", Other, "If-Modified-Since", Future)]
    [TestCase(304, "If-None-Match", Digits.ETag, "If-Modified-Since", Past)]
    [TestCase(304, "If-Match", Digits.ETag, "If-None-Match", Digits.ETag)]
    [TestCase(412, "If-Match", Other, "If-None-Match", Digits.ETag)]
    public async Task Conditions_hold_in_the_order_of_RFC_9110(int status, params string[] headers)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target, [.. headers.Chunk(2).Select(h => (h[0], h[1]))]);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, status == 412 ? "PreconditionFailed" : null)));
        Assert.That(answer.Header("ETag"), Is.EqualTo(status == 412 ? null : Digits.ETag));
        Assert.That(answer.Body, Has.Length.EqualTo(status == 200 ? 9 : answer.Body.Length).And.Length.Matches<int>(n => status != 304 || n == 0));
    }

    [Test]
    public async Task The_date_of_the_object_itself_is_not_modified_since()
    {
        var target = await Digits.PutAsync();
        var modified = (await Wire.GetAsync(target)).Header("Last-Modified")!;

        var since = await Wire.GetAsync(target, ("If-Modified-Since", modified));
        var unmodified = await Wire.GetAsync(target, ("If-Unmodified-Since", modified));

        Assert.That((since.Status, unmodified.Status), Is.EqualTo((304, 200)));
    }
}
