using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>Functions of the runtimes <c>provided.*</c>, which bring the program that runs them.</summary>
[Platform("Linux")]
public sealed class BootstrapTests
{
    private static readonly string Script = BootstrapScript.Of("echo 'in the script'");
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_script_answers_over_the_runtime_API()
    {
        await _cloud.CreateAsync("script", FunctionCloud.Bootstrap(Script), []);

        var answer = await _cloud.InvokeAsync("script", "{}", ("X-Amz-Log-Type", "Tail"));

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "true")));
        Assert.That(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers["X-Amz-Log-Result"])), Does.Contain("\nin the script\nEND"));
    }

    [Test]
    public async Task A_program_finds_the_libraries_of_its_package()
    {
        await _cloud.CreateAsync("libraries", FunctionCloud.Bootstrap(BootstrapScript.Of("[ \"$LD_LIBRARY_PATH\" = \"$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib\" ] && echo found")), []);

        var answer = await _cloud.InvokeAsync("libraries", "{}", ("X-Amz-Log-Type", "Tail"));

        Assert.That(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers["X-Amz-Log-Result"])), Does.Contain("\nfound\nEND"));
    }

    [Test]
    public async Task A_zip_may_have_its_paths_as_tar_writes_them()
    {
        await _cloud.CreateAsync("tar", FunctionCloud.Zip(("./", [], 0x1ED), ("./bootstrap", System.Text.Encoding.UTF8.GetBytes(Script), 0x1ED)), []);

        var answer = await _cloud.InvokeAsync("tar");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "true")));
    }

    /// <summary>As any process has it for a moment that is forked while the program is unpacked.</summary>
    [Test]
    public async Task A_program_that_another_process_has_open_starts_once_it_is_closed()
    {
        await _cloud.CreateAsync("busy", BootstrapScript.Package("answer=\"\\\"$LAMBDA_TASK_ROOT\\\"\""), []);
        await _cloud.CreateAsync("meanwhile", BootstrapScript.Package(""), []);
        var unpacked = (await _cloud.InvokeAsync("busy")).Text;
        await _cloud.CallAsync("UpdateFunctionConfiguration", "busy", ("Timeout", 20));

        Task<ServiceAnswer> answer;
        await using (new FileStream(Path.Combine(unpacked.Trim('"'), "bootstrap"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            answer = _cloud.InvokeAsync("busy");
            await _cloud.InvokeAsync("meanwhile");
        }

        Assert.That((await answer).Text, Is.EqualTo(unpacked));
    }

    [Test]
    public async Task What_cannot_be_executed_says_why()
    {
        await _cloud.CreateAsync("mode", FunctionCloud.Bootstrap(Script, mode: 0x1A4), []);
        await _cloud.CreateAsync("empty", FunctionCloud.Zip(("other", [1], 0x1ED)), []);
        await _cloud.CreateAsync("text", FunctionCloud.Bootstrap("no program"), []);
        await _cloud.CreateAsync("machine", FunctionCloud.Zip(("bootstrap", [0x7F, (byte)'E', (byte)'L', (byte)'F', .. new byte[14], 0xF3, 0], 0x1ED)), []);

        Assert.That(await ReasonOf("mode"), Does.Contain("permission denied"));
        Assert.That(await ReasonOf("empty"), Does.Contain("Couldn't find valid bootstrap(s)"));
        Assert.That(await ReasonOf("text"), Does.Contain("exec format error"));
        Assert.That(await ReasonOf("machine"), Does.Contain("the machine 243 of ELF"));
    }

    [Test]
    public async Task A_function_for_another_processor_says_so()
    {
        var other = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "x86_64" : "arm64";
        await _cloud.CreateAsync("other", FunctionCloud.Bootstrap(Script), new JsonObject { ["Architectures"] = new JsonArray(other) });

        var reason = await ReasonOf("other");

        Assert.That(reason, Does.Contain($"The function is for {other}"));
    }

    private async Task<string?> ReasonOf(string function) => (string?)(await _cloud.InvokeAsync(function)).Json["errorMessage"];
}
