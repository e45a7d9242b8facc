using System.Text;

namespace EmbeddedAws.Tests.S3;

public sealed class AwsChunkedTests
{
    private const string HelloCrc32 = "NhCmhg==";
    private const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    [Test]
    public async Task The_framing_is_not_stored()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, UnsignedTrailer, "5\r\nhello\r\n0\r\n\r\n", ("Content-Encoding", "aws-chunked,gzip"));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That(get.Body, Is.EqualTo("hello"u8.ToArray()));
        Assert.That(get.Header("Content-Encoding"), Is.EqualTo("gzip"));
    }

    [Test]
    public async Task A_checksum_in_the_trailer_is_verified_and_stored()
    {
        var bucket = await TestBucket.CreateAsync();
        var body = $"5\r\nhello\r\n0\r\nx-amz-checksum-crc32:{HelloCrc32}\r\n\r\n";

        var put = await PutAsync(bucket, UnsignedTrailer, body, ("x-amz-trailer", "x-amz-checksum-crc32"));
        var wrong = await PutAsync(bucket, UnsignedTrailer, body.Replace("hello", "hallo", StringComparison.Ordinal), ("x-amz-trailer", "x-amz-checksum-crc32"));

        Assert.That((put.Status, put.Header("x-amz-checksum-crc32")), Is.EqualTo((200, HelloCrc32)));
        Assert.That(wrong, Is.Refused(400, "BadDigest"));
    }

    [TestCase("5\r\nhello\r\n0\r\n\r\n", "MalformedTrailerError", TestName = "{m}: The promised trailer is missing")]
    [TestCase("5\r\nhello\r\n0\r\nno colon\r\n\r\n", "MalformedTrailerError", TestName = "{m}: A trailer is not a header")]
    [TestCase("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:" + HelloCrc32 + "\r\n\r\nmore", "MalformedTrailerError", TestName = "{m}: Something follows the end")]
    [TestCase("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:!\r\n\r\n", "InvalidRequest", TestName = "{m}: The checksum is not base64")]
    [TestCase("5\r\nhello\r\n", "IncompleteBody", TestName = "{m}: The last chunk is missing")]
    [TestCase("5\r\nhel", "IncompleteBody", TestName = "{m}: A chunk is cut off")]
    [TestCase("5\r\nhellooo\r\n0\r\n\r\n", "IncompleteBody", TestName = "{m}: A chunk is longer than its size")]
    [TestCase("x\r\nhello\r\n0\r\n\r\n", "IncompleteBody", TestName = "{m}: A size is not a number")]
    [TestCase("ffffffffffffffff\r\nhello\r\n0\r\n\r\n", "IncompleteBody", TestName = "{m}: A size is beyond all bounds")]
    [TestCase("4\r\nhell\r\n0\r\nx-amz-checksum-crc32:" + HelloCrc32 + "\r\n\r\n", "IncompleteBody", TestName = "{m}: Less than the decoded length")]
    [TestCase("6\r\nhello!\r\n0\r\nx-amz-checksum-crc32:" + HelloCrc32 + "\r\n\r\n", "IncompleteBody", TestName = "{m}: More than the decoded length")]
    public async Task Broken_framing_is_refused_and_leaves_nothing(string body, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, UnsignedTrailer, body, ("x-amz-trailer", "x-amz-checksum-crc32"));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(put, Is.Refused(400, code));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_line_that_does_not_end_is_not_waited_for()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        string[] headers = ["Content-Length: 100000", $"x-amz-content-sha256: {UnsignedTrailer}", "x-amz-decoded-content-length: 5"];
        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", headers, new string('0', 5000));
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Contain("<Code>IncompleteBody</Code>"));
    }

    [Test]
    public async Task The_decoded_length_has_to_be_said()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}/a", "0\r\n\r\n"u8.ToArray(), ("x-amz-content-sha256", UnsignedTrailer));

        Assert.That(put, Is.Refused(411, "MissingContentLength"));
    }

    [Test]
    public async Task Another_streaming_signature_is_refused_by_name()
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await PutAsync(bucket, "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", "0\r\n\r\n");

        Assert.That(put, Is.Refused(501, "NotImplemented"));
        Assert.That(put.Element("Header"), Does.Contain("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"));
    }

    private static Task<S3Answer> PutAsync(string bucket, string framing, string body, params (string, string)[] headers) =>
        Wire.PutAsync($"/{bucket}/a", Encoding.ASCII.GetBytes(body), [("x-amz-content-sha256", framing), ("x-amz-decoded-content-length", "5"), .. headers]);
}
