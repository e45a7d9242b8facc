namespace EmbeddedAws.Tests;

/// <summary>Answers that come before the body was read: what is left of the body must not be taken for the next request.</summary>
public sealed class UnreadBodyTests
{
    private const string Health = "GET /_localstack/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static readonly object[] Refused =
    [
        new[] { "PUT /missing-bucket/a HTTP/1.1", "X-Test: s3", "404 Not Found" },
        new[] { "POST / HTTP/1.1", "X-Amz-Target: DynamoDB_20120810.Nothing", "400 Bad Request" },
        new[] { "POST /restapis/missing/dev/_user_request_/images HTTP/1.1", "Content-Length: 10485761", "413 Payload Too Large" },
        new[] { "POST /restapis/missing HTTP/1.1", "X-Test: path", "404 Not Found" },
        new[] { "POST / HTTP/1.1", "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0", "400 Bad Request" },
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task A_client_that_asks_first_and_sends_all_the_same_gets_one_answer_and_a_closed_connection(string request, string header, string status)
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync(request, [header, .. Length(header), "Expect: 100-continue"]);
        var answer = await connection.ReadUntilAsync("\r\n\r\n");
        await connection.TryWriteAsync($"0123456789{Health}");
        var rest = await connection.ReadUntilAsync("HTTP/1.1");

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\n").And.Contain("\r\nConnection: close\r\n"));
        Assert.That(rest, Does.Not.Contain("HTTP/1.1"));
    }

    [TestCaseSource(nameof(Refused))]
    public async Task A_client_that_does_not_send_the_body_gets_one_answer_and_a_closed_connection(string request, string header, string status)
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync(request, [header, .. Length(header), "Expect: 100-continue"]);
        var answer = await connection.ReadUntilAsync("\r\n\r\n");
        await connection.TryWriteAsync(Health);
        var rest = await connection.ReadUntilAsync("HTTP/1.1");

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\n").And.Contain("\r\nConnection: close\r\n"));
        Assert.That(rest, Does.Not.Contain("HTTP/1.1"));
    }

    [TestCase("Content-Length: 2", "{}")]
    [TestCase("Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n")]
    public async Task The_connection_goes_on_after_a_body_that_was_read(string header, string body)
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync("POST / HTTP/1.1", [header, "X-Amz-Target: DynamoDB_20120810.DescribeTable"], body, signed: "{}");
        var first = await connection.ReadUntilAsync("Member must not be null");
        await connection.WriteAsync(Health);
        var second = await connection.ReadUntilAsync("embedded");

        Assert.That(first, Does.StartWith("HTTP/1.1 400 ").And.Not.Contain("Connection: close"));
        Assert.That(second, Does.Contain("HTTP/1.1 200 OK"));
    }

    [Test]
    public async Task A_body_above_the_limit_of_DynamoDB_is_refused_before_it_is_sent()
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync("POST / HTTP/1.1", [$"Content-Length: {(16 * 1024 * 1024) + 1}", "X-Amz-Target: DynamoDB_20120810.PutItem"]);
        var answer = await connection.ReadUntilAsync("RequestEntityTooLargeException");

        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.Contain("\r\nConnection: close\r\n"));
    }

    [Test]
    public async Task A_client_that_asks_before_an_empty_body_is_told_to_go_on()
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync("PUT /missing-bucket/a HTTP/1.1", ["Content-Length: 0", "X-Test: s3", "Expect: 100-continue"]);
        var first = await connection.ReadUntilAsync("</Error>");
        await connection.WriteAsync(Health);
        var second = await connection.ReadUntilAsync("embedded");

        Assert.That(first, Does.StartWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n"));
        Assert.That(second, Does.StartWith("HTTP/1.1 200 OK\r\n"));
    }

    private static string[] Length(string header) => header.StartsWith("Content-Length", StringComparison.Ordinal) ? [] : ["Content-Length: 10"];
}
