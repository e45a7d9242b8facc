using System.Net.Sockets;
using System.Text;
using EmbeddedAws.Tests.ApiGateway;

namespace EmbeddedAws.Tests;

/// <summary>What the cloud keeps and prints of calls, with names that clients make up.</summary>
public sealed class CallLogTests
{
    [Test]
    public async Task Operations_that_are_made_up_are_counted_under_one_name()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

        foreach (var target in new[] { "DynamoDB_20120810.Made Up", "DynamoDB_20120810.", "Streams.Made", "DynamoDB_20120810.ListTables" })
            await Send(cloud, $"POST / HTTP/1.1\r\nX-Amz-Target: {target}\r\nContent-Length: 2\r\n", "{}");

        Assert.That(cloud.Calls.Counts().Select(call => $"{call.Key} {call.Value}"), Is.EquivalentTo((string[])["Unknown 3", "ListTables 1"]));
    }

    [TestCase("GET /a<ESC>[31mb HTTP/1.1", " GET     /a\\u001b[31mb 400 ")]
    [TestCase("GET /a%1B%0Ab?X-Amz-Signature=secret HTTP/1.1", " GET     /a%1B%0Ab 400 ")]
    [TestCase("POST / HTTP/1.1\r\nX-Amz-Target: DynamoDB_20120810.<ESC>[31m", " dynamodb Unknown         POST    / 400 ")]
    public async Task The_log_has_no_control_characters(string request, string logged)
    {
        var log = new StringWriter();
        await using (var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { RequestLog = log }))
            await Send(cloud, request.Replace("<ESC>", "\u001b", StringComparison.Ordinal) + "\r\n", "");

        var line = log.ToString().TrimEnd('\n', '\r');
        Assert.That(line, Does.Contain(logged));
        Assert.That(line.Where(char.IsControl), Is.Empty);
        Assert.That(line, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task What_a_failure_repeats_of_a_request_does_not_control_the_terminal()
    {
        var log = new StringWriter();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = log });
        using var api = TestApi.Deploy(cloud, _ => throw new InvalidOperationException("\u001b[2J\nforged line"));

        using var answer = await api.GetAsync("images");

        Assert.That((int)answer.StatusCode, Is.EqualTo(502));
        Assert.That(log.ToString(), Does.Contain("InvalidOperationException: \\u001b[2J\n  forged line\n"));
        Assert.That(log.ToString().Contains('\u001b'), Is.False);
    }

    private static async Task Send(EmbeddedCloud cloud, string head, string body)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(cloud.Endpoint.Host, cloud.Endpoint.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Host: localhost\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadToEndAsync(), Does.StartWith("HTTP/1.1 "));
    }
}
