using System.Net;
using System.Net.Sockets;
using EmbeddedAws;
using ImageService.E2E.Keys;

namespace ImageService.E2E.Programs;

/// <summary>What <c>dotnet run --project local</c> says where it cannot start.</summary>
public sealed class CommandLineTests
{
    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [TestCase("")]
    [TestCase("nineteen-characters")]
    [TestCase("with spaces in between")]
    [TestCase("schlüssel-mit-umlaut-0123")]
    [TestCase("129-characters-kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    public async Task A_key_that_API_Gateway_would_not_take_is_one_clear_line(string key)
    {
        var run = await CommandRun.Of("--port", "0", "--ephemeral", "--api-key", KeyTexts.New(), "--api-key", key);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors.TrimEnd(), Is.EqualTo("--api-key must be 20 to 128 visible ASCII characters, without spaces."));
    }

    [Test]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var run = await CommandRun.Of("--port", $"{port}", "--ephemeral");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Is.EqualTo($"Port {port} is taken. Stop what listens there, or choose another with --port.{Environment.NewLine}"));
    }

    [Test]
    public async Task A_folder_that_cannot_be_used_is_one_clear_line()
    {
        var file = Path.Combine(_data.Path, "file");
        await File.WriteAllTextAsync(file, "a file, no folder");

        var run = await CommandRun.Of("--port", "0", "--data", file);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.StartWith($"The data folder {file} cannot be used: "));
        Assert.That(run.Errors.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_folder_in_use_is_one_clear_line()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _data.Path });

        var run = await CommandRun.Of("--port", "0", "--data", _data.Path);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.StartWith($"The data folder {_data.Path} cannot be used: "));
    }

    [Test]
    public async Task A_folder_without_a_name_is_one_clear_line()
    {
        var run = await CommandRun.Of("--port", "0", "--data", "");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Match(@"^[^\r\n]*--data[^\r\n]*\s*$"));
    }

    [TestCase("--help")]
    [TestCase("collect", "--help")]
    public async Task Help_says_what_the_command_and_each_option_is_for(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);

        var lines = run.Output.SkipWhile(line => line != "Options:").Skip(1).TakeWhile(line => line.Length > 0);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output[1], Does.Match(@"^  [A-Z].+\.$"));
        Assert.That(lines, Is.Not.Empty.And.All.Match(@"^  -\S+(, -\S+)*( <\w+>)? +[A-Z].{10,}"));
        Assert.That(lines.Where(line => line.Contains('<')), Is.All.Match("--(port <port>|(data <DIR|allow-host <NAME|allow-origin <URL|api-key <KEY|age <HOURS)>) "));
    }

    [TestCase("--port", "70000")]
    [TestCase("--port", "x")]
    [TestCase("--data", "x", "--ephemeral")]
    [TestCase("--allow-origin", "https://app.example.com/page")]
    [TestCase("--allow-origin", "app.example.com")]
    [TestCase("--allow-origin", "https://app.example.com?page=1")]
    [TestCase("--allow-origin", "null")]
    [TestCase("--allow-origin", "https://user@app.example.com")]
    [TestCase("--allow-host", "http://devbox")]
    [TestCase("--allow-host", "devbox:4566")]
    [TestCase("--allow-host")]
    [TestCase("--empty", "--api-key", "a-key-of-20-characters")]
    [TestCase("--color", "red")]
    public async Task Options_that_are_wrong_are_refused(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain(arguments[0]));
    }
}
