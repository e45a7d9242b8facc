using System.Text;

namespace EmbeddedAws.Tests.S3;

public sealed class RangeTests
{
    private const string Other = "\"00000000000000000000000000000000\"";
    private const string Past = "Sat, 01 Jan 2000 00:00:00 GMT";

    [TestCase("bytes=0-3", "1234", "bytes 0-3/9")]
    [TestCase("bytes=8-8", "9", "bytes 8-8/9")]
    [TestCase("bytes=5-", "6789", "bytes 5-8/9")]
    [TestCase("bytes=-2", "89", "bytes 7-8/9")]
    [TestCase("bytes=-100", "123456789", "bytes 0-8/9")]
    [TestCase("bytes=7-99999999999999999999999", "89", "bytes 7-8/9")]
    public async Task A_range_gets_a_part(string range, string body, string contentRange)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That((answer.Status, Encoding.ASCII.GetString(answer.Body)), Is.EqualTo((206, body)));
        Assert.That(answer.Header("Content-Range"), Is.EqualTo(contentRange));
    }

    [TestCase("bytes=0-1,3-4")]
    [TestCase("bytes=5-2")]
    [TestCase("bytes=-")]
    [TestCase("bytes=a-b")]
    [TestCase("lines=0-1")]
    public async Task Anything_but_one_range_gets_the_whole(string range)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That((answer.Status, answer.Body.Length), Is.EqualTo((200, 9)));
    }

    [TestCase("bytes=9-")]
    [TestCase("bytes=100-200")]
    [TestCase("bytes=-0")]
    public async Task A_range_after_the_end_is_416(string range)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target, ("Range", range));

        Assert.That(answer, Is.Refused(416, "InvalidRange"));
        Assert.That((answer.Element("ActualObjectSize"), answer.Element("RangeRequested")), Is.EqualTo(("9", range)));
    }

    [TestCase(Digits.ETag, 206)]
    [TestCase(Other, 200)]
    [TestCase(Past, 200)]
    public async Task A_range_of_another_version_gets_the_whole(string ifRange, int status)
    {
        var target = await Digits.PutAsync();

        var answer = await Wire.GetAsync(target, ("Range", "bytes=0-1"), ("If-Range", ifRange));

        Assert.That(answer.Status, Is.EqualTo(status));
    }
}
