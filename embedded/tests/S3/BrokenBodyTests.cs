namespace EmbeddedAws.Tests.S3;

/// <summary>Chunk sizes that no number holds, of HTTP's own framing and of S3's.</summary>
public sealed class BrokenBodyTests
{
    [TestCase("8000000000000000")]
    [TestCase("fffffffffffffffff")]
    [TestCase("x")]
    public async Task A_chunk_size_of_HTTP_that_overflows_is_refused(string size)
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        string[] headers = ["Connection: close", "Transfer-Encoding: chunked", "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length: 5"];
        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", headers, $"{size}\r\nhello");
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Contain("<Code>IncompleteBody</Code>"));
    }

    [TestCase("7fffffffffffffff")]
    [TestCase("8000000000000000")]
    [TestCase("fffffffffffffffff")]
    [TestCase("fffffffffffffff")]
    public async Task A_chunk_size_of_S3_that_overflows_is_refused(string size)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync(
            $"/{bucket}/a",
            System.Text.Encoding.ASCII.GetBytes($"{size}\r\nhello\r\n0\r\n\r\n"),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", "5"));

        Assert.That(put, Is.Refused(400, "IncompleteBody"));
    }

    [TestCase("9223372036854775807", "EntityTooLarge")]
    [TestCase("9223372036854775808", "InvalidArgument")]
    public async Task A_decoded_length_that_overflows_is_refused(string length, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync(
            $"/{bucket}/a", "0\r\n\r\n"u8.ToArray(), ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"), ("x-amz-decoded-content-length", length));

        Assert.That(put, Is.Refused(400, code));
    }
}
