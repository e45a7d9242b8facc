namespace EmbeddedAws.Tests.S3;

/// <summary>Bodies that are missing, too long, cut off, or not wanted.</summary>
public sealed class PutBodyTests
{
    [Test]
    public async Task A_body_without_a_length_is_411()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Transfer-Encoding: chunked"], "0\r\n\r\n");
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 411 ").And.Contain("<Code>MissingContentLength</Code>"));
    }

    [Test]
    public async Task More_than_5_GiB_is_refused_before_it_is_sent()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 5368709121", "Expect: 100-continue"]);
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Contain("<Code>EntityTooLarge</Code>").And.Contain("<MaxSizeAllowed>5368709120<"));
    }

    [Test]
    public async Task A_client_that_expects_to_be_asked_hears_an_error_without_sending_its_body()
    {
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{TestBucket.Name()}/a HTTP/1.1", ["Content-Length: 10", "Expect: 100-continue"]);
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 404 ").And.Contain("<Code>NoSuchBucket</Code>"));
    }

    [Test]
    public async Task A_client_that_expects_to_be_asked_is_asked_for_a_body_that_is_wanted()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 10", "Expect: 100-continue"]);
        var answer = await connection.ReadUntilAsync("\r\n\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 100 "));
    }

    [Test]
    public async Task A_client_that_sends_a_refused_body_to_its_end_sees_the_answer()
    {
        var answer = await Wire.PutAsync($"/{TestBucket.Name()}/a", new byte[8 * 1024 * 1024]);

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task A_body_that_ends_early_leaves_nothing()
    {
        var bucket = await TestBucket.CreateAsync();
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"PUT /{bucket}/a HTTP/1.1", ["Content-Length: 10"], "12345");
        connection.EndOfRequest();
        var answer = await connection.ReadUntilAsync("\r\n\r\n");
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer, Does.Not.Contain("200 OK"));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }
}
