using System.Text;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>How long the code of a function stays.</summary>
[Platform("Linux")]
public sealed class CodeLifeTests
{
    private readonly MeetingPlace _place = new();
    private FunctionCloud _cloud = null!;

    [SetUp]
    public async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [TearDown]
    public async Task Stop()
    {
        await _cloud.DisposeAsync();
        _place.Dispose();
    }

    [Test]
    public async Task Code_stays_until_the_last_invocation_has_ended_that_runs_it()
    {
        var old = Package("old", $"{_place.Wait("running")}; answer=$(cat text)");
        await _cloud.CreateAsync("changed", old, []);
        await _cloud.CreateAsync("twin", old, []);
        await _cloud.CreateAsync("other", Package("other", "answer=$(cat text)"), []);
        var running = _cloud.InvokeAsync("changed");
        await _place.ReachedAsync("running");

        await _cloud.CallAsync("UpdateFunctionCode", "changed", ("ZipFile", Convert.ToBase64String(Package("new", "answer=$(cat text)"))));
        await _cloud.CallAsync("DeleteFunction", "twin");
        await _cloud.CallAsync("DeleteFunction", "other");
        _place.GoOn("running");

        Assert.That((await running).Text, Is.EqualTo("\"old\""));
        Assert.That((await _cloud.InvokeAsync("changed")).Text, Is.EqualTo("\"new\""));
    }

    [Test]
    public async Task A_folder_that_a_function_has_made_read_only_goes_with_the_code()
    {
        var folder = Directory.CreateTempSubdirectory("functions-").FullName;
        await using (var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            await cloud.CreateAsync("closing", Package("text", """mkdir -p d "$TMPDIR/d"; touch d/f "$TMPDIR/d/f"; chmod 555 d "$TMPDIR/d" """), []);
            await cloud.InvokeAsync("closing");

            await cloud.CallAsync("DeleteFunction", "closing");
            await cloud.CreateAsync("next", Package("text", "answer=$(cat text)"), []);

            Assert.That((await cloud.InvokeAsync("next")).Text, Is.EqualTo("\"text\""));
            Assert.That(() => Directory.GetDirectories(Path.Combine(folder, "functions"), "code-*"), Has.Length.EqualTo(1).After(60_000, 20));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Package(string text, string work) =>
        FunctionCloud.Zip(("bootstrap", Encoding.UTF8.GetBytes(BootstrapScript.Of(work)), 0x1ED), ("text", Encoding.UTF8.GetBytes($"\"{text}\""), 0x1A4));
}
