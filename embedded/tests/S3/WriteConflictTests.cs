namespace EmbeddedAws.Tests.S3;

/// <summary>A conditional put whose object is deleted while its body is under way.</summary>
public sealed class WriteConflictTests
{
    [TestCase("If-None-Match: *", false, "409 Conflict", "<Code>ConditionalRequestConflict</Code>")]
    [TestCase("If-Match: \"d41d8cd98f00b204e9800998ecf8427e\"", true, "409 Conflict", "<Code>ConditionalRequestConflict</Code>")]
    [TestCase("Cache-Control: no-store", false, "200 OK", "Content-Length: 0")]
    public async Task A_conditional_put_is_a_conflict_and_an_unconditional_one_succeeds(string header, bool isThere, string status, string end)
    {
        var bucket = isThere ? await TestBucket.WithKeysAsync("a") : await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        // The server asks for the body when it has checked the rest.
        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 5", "Expect: 100-continue", header]);
        var begun = await connection.ReadUntilAsync("100 Continue\r\n\r\n");
        await Wire.PutAsync($"/{bucket}/a", []);
        await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        await connection.WriteAsync("hello");
        var answer = await connection.ReadUntilAsync(end);

        Assert.That(begun, Does.StartWith("HTTP/1.1 100"));
        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}").And.Contain(end));
    }

    [Test]
    public async Task The_delete_of_another_object_disturbs_no_upload()
    {
        var bucket = await TestBucket.WithKeysAsync("b");
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 5", "Expect: 100-continue", "If-None-Match: *"]);
        await connection.ReadUntilAsync("100 Continue\r\n\r\n");
        await Wire.SendAsync("DELETE", $"/{bucket}/b", null);
        await connection.WriteAsync("hello");
        var answer = await connection.ReadUntilAsync("Content-Length: 0");

        Assert.That(answer, Does.StartWith("HTTP/1.1 200"));
    }

    [Test]
    public async Task Of_two_puts_at_once_the_later_one_fails_its_precondition()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 5", "Expect: 100-continue", "If-None-Match: *"]);
        await connection.ReadUntilAsync("100 Continue\r\n\r\n");
        var first = await Wire.PutAsync($"/{bucket}/a", "first"u8.ToArray(), ("If-None-Match", "*"));
        await connection.WriteAsync("later");
        var later = await connection.ReadUntilAsync("</Error>");
        var kept = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(first.Status, Is.EqualTo(200));
        Assert.That(later, Does.StartWith("HTTP/1.1 412").And.Contain("<Code>PreconditionFailed</Code>"));
        Assert.That(kept.Body, Is.EqualTo("first"u8.ToArray()));
    }
}
