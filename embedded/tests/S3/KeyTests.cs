using System.Text;

namespace EmbeddedAws.Tests.S3;

public sealed class KeyTests
{
    private static readonly string[] Alike = ["a/../b", "b", "./b", "/b", "b/", "B"];

    [TestCase("a/../b", "a/../b")]
    [TestCase("../../../etc/passwd", "../../../etc/passwd")]
    [TestCase("./a/.", "./a/.")]
    [TestCase("/leading//double/", "/leading//double/")]
    [TestCase("a%2Fb", "a/b")]
    [TestCase("%2e%2e/a", "../a")]
    [TestCase("plus+is%20space", "plus is space")]
    [TestCase("a%2Bb", "a+b")]
    [TestCase("50%25", "50%")]
    [TestCase("%C3%BC%F0%9F%98%80", "ü😀")]
    [TestCase("%01%0D%0A%7F", "\u0001\r\n\u007F")]
    [TestCase("C%3A%5Cboot.ini", "C:\\boot.ini")]
    [TestCase("a%3Fb%23c", "a?b#c")]
    public async Task A_key_is_a_string_and_nothing_else(string sent, string key)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/{sent}", Encoding.UTF8.GetBytes(key));
        var get = await Wire.GetAsync($"/{bucket}/{sent}");
        var listed = await AwsSurface.S3.ListObjectsV2Async(new() { BucketName = bucket, Encoding = Amazon.S3.EncodingType.Url });

        Assert.That((put.Status, Encoding.UTF8.GetString(get.Body)), Is.EqualTo((200, key)));
        Assert.That(Uri.UnescapeDataString(listed.S3Objects.Single().Key), Is.EqualTo(key));
    }

    [TestCaseSource(nameof(Alike))]
    public async Task Keys_that_look_alike_are_different_objects(string key)
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/{key}", []);
        var answers = await Task.WhenAll(Alike.Where(other => other != key).Select(other => Wire.GetAsync($"/{bucket}/{other}")));

        Assert.That(answers, Is.All.Matches(Is.Refused(404, "NoSuchKey").Resolve()));
    }

    [TestCase(1024, 200, null)]
    [TestCase(1025, 400, "KeyTooLongError")]
    public async Task A_key_may_have_1024_bytes(int length, int status, string? code)
    {
        var bucket = await TestBucket.CreateAsync();
        // Two bytes each: it is bytes that count.
        var key = string.Concat(Enumerable.Repeat("%C3%BC", length / 2)) + new string('a', length % 2);

        var answer = await Wire.PutAsync($"/{bucket}/{key}", []);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
    }

    [TestCase("%")]
    [TestCase("%4")]
    [TestCase("%zz")]
    [TestCase("%-1")]
    [TestCase("%FF")]
    [TestCase("%C3")]
    [TestCase("%ED%A0%80")]
    public async Task Bytes_that_are_not_text_are_not_a_key(string sent)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.GetAsync($"/{bucket}/{sent}");

        Assert.That(answer, Is.Refused(400, "InvalidURI"));
    }
}
