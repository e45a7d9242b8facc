using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>Functions that end, hang, or take too much: the invocation fails as on AWS, and the next one has a new process.</summary>
public sealed class BadFunctionTests
{
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_process_that_ends_fails_its_invocation_only()
    {
        await _cloud.CreateAsync("Exit");

        var first = await _cloud.InvokeAsync("Exit", "3");
        var second = await _cloud.InvokeAsync("Exit", "4");

        Assert.That(Failure(first), Is.EqualTo(("Unhandled", "Runtime.ExitError", "Runtime exited with error: exit status 3")));
        Assert.That(Failure(second), Is.EqualTo(("Unhandled", "Runtime.ExitError", "Runtime exited with error: exit status 4")));
    }

    [Test]
    public async Task A_function_that_hangs_is_ended_after_its_timeout()
    {
        await _cloud.CreateAsync("Hang", new JsonObject { ["Timeout"] = 1 });

        var answer = await _cloud.InvokeAsync("Hang", "{}", ("X-Amz-Log-Type", "Tail"));

        Assert.That(Failure(answer), Is.EqualTo(("Unhandled", "Sandbox.Timedout", "Task timed out after 1.00 seconds")));
        Assert.That(Tail(answer), Does.Contain("Task timed out after 1.00 seconds").And.Contain("Status: timeout"));
    }

    [Test]
    public async Task A_function_with_too_much_memory_is_killed()
    {
        await _cloud.CreateAsync("Allocate", new JsonObject { ["MemorySize"] = 128 });

        var answer = await _cloud.InvokeAsync("Allocate", "300");

        Assert.That(Failure(answer), Is.EqualTo(("Unhandled", "Runtime.ExitError", "Runtime exited with error: signal: killed")));
    }

    [Test]
    [NonParallelizable] // It measures the memory of the whole process, where other tests make bodies of 250 MB.
    public async Task A_function_may_print_100_MB()
    {
        await _cloud.CreateAsync("Print");
        var before = Process.GetCurrentProcess().PeakWorkingSet64;

        var answer = await _cloud.InvokeAsync("Print", "100", ("X-Amz-Log-Type", "Tail"));

        Assert.That((answer.Status, answer.Headers.GetValueOrDefault("X-Amz-Function-Error")), Is.EqualTo((200, (string?)null)), answer.Text);
        Assert.That(Tail(answer), Has.Length.LessThanOrEqualTo(4096).And.Contains("END RequestId"));
        Assert.That(Process.GetCurrentProcess().PeakWorkingSet64 - before, Is.LessThan(300L * 1024 * 1024));
    }

    [Test]
    public async Task A_constructor_that_throws_fails_the_invocation()
    {
        await _cloud.CreateAsync("Run", type: "BadStart", name: "bad-start");

        var answer = await _cloud.InvokeAsync("bad-start");

        Assert.That(((string?)answer.Json["errorType"], (string?)answer.Json["errorMessage"]), Is.EqualTo(("NotSupportedException", "Not on this machine.")));
    }

    [Test]
    public async Task A_process_that_ends_before_its_first_invocation_says_how()
    {
        await _cloud.CreateAsync("Run", type: "Exiting", name: "exiting");

        var answer = await _cloud.InvokeAsync("exiting", "{}", ("X-Amz-Log-Type", "Tail"));

        Assert.That(Failure(answer), Is.EqualTo(("Unhandled", "Runtime.ExitError", "Runtime exited with error: exit status 42")));
    }

    [TestCase("Nothing", "MissingMethodException")]
    [TestCase("Missing.Type::Run", "TypeLoadException")]
    public async Task A_handler_that_is_not_there_fails_the_invocation(string method, string error)
    {
        var name = $"missing-{method.Length}";
        await _cloud.CreateAsync(name, FunctionCloud.Package, new JsonObject
        {
            ["Runtime"] = "dotnet10",
            ["Handler"] = method.Contains("::", StringComparison.Ordinal) ? $"EmbeddedAws.Tests.Functions::{method}" : $"EmbeddedAws.Tests.Functions::EmbeddedAws.Tests.Functions.Handlers::{method}",
        });

        var answer = await _cloud.InvokeAsync(name);

        Assert.That((string?)answer.Json["errorType"], Is.EqualTo(error), answer.Text);
    }

    private static (string?, string?, string?) Failure(ServiceAnswer answer) =>
        (answer.Headers.GetValueOrDefault("X-Amz-Function-Error"), (string?)answer.Json["errorType"], ((string?)answer.Json["errorMessage"])?.Split("Error: ")[^1]);

    private static string Tail(ServiceAnswer answer) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers["X-Amz-Log-Result"]));
}
