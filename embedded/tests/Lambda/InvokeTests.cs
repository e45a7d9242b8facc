using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html</summary>
public sealed class InvokeTests
{
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start()
    {
        _cloud = await FunctionCloud.StartAsync();
        foreach (var method in new[] { "Echo", "CountAsync", "Reverse", "NothingAsync", "Throw", "Variables" })
            await _cloud.CreateAsync(method);
    }

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_function_gets_its_event_and_context()
    {
        var answer = await _cloud.InvokeAsync("Echo", """{"a":[1,"ü"]}""", ("X-Amz-Log-Type", "Tail"));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Json["event"]!.ToJsonString(), Is.EqualTo(JsonNode.Parse("""{"a":[1,"ü"]}""")!.ToJsonString()));
        Assert.That((string?)answer.Json["arn"], Is.EqualTo("arn:aws:lambda:us-east-1:000000000000:function:Echo"));
        Assert.That((string?)answer.Json["group"], Is.EqualTo("/aws/lambda/Echo"));
        Assert.That(((int?)answer.Json["memory"], (string?)answer.Json["version"]), Is.EqualTo((512, "$LATEST")));
        Assert.That((int?)answer.Json["seconds"], Is.InRange(25, 30));
        Assert.That(answer.Headers["X-Amz-Executed-Version"], Is.EqualTo("$LATEST"));
        Assert.That(answer.Headers, Does.Not.ContainKey("X-Amz-Function-Error"));
        var (id, log) = ((string?)answer.Json["requestId"], Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers["X-Amz-Log-Result"])).Split('\n'));
        Assert.That(log[0], Is.EqualTo($"START RequestId: {id} Version: $LATEST"));
        Assert.That(log[1], Is.EqualTo("a line of the logger"));
        Assert.That(log[2], Does.Match($"^20.*Z\t{id}\tinfo\twith a level$"));
        Assert.That(log[3], Is.EqualTo($"END RequestId: {id}"));
        Assert.That(log[4], Does.Match($"^REPORT RequestId: {id}\tDuration: [0-9.]+ ms\tBilled Duration: [0-9]+ ms\tMemory Size: 512 MB\tMax Memory Used: [1-9][0-9]* MB\tInit Duration: [0-9.]+ ms\t$"));
    }

    [Test]
    public async Task A_process_is_used_again()
    {
        var first = await _cloud.InvokeAsync("CountAsync");
        var second = await _cloud.InvokeAsync("CountAsync");

        Assert.That((int)second.Json[1]!, Is.EqualTo((int)first.Json[1]!));
        Assert.That((int)second.Json[0]!, Is.EqualTo((int)first.Json[0]! + 1));
    }

    [Test]
    public async Task A_stream_is_given_as_it_is()
    {
        var answer = await _cloud.InvokeAsync("Reverse", "[1,2]");

        Assert.That(answer.Text, Is.EqualTo("]2,1["));
    }

    [Test]
    public async Task A_function_without_a_result_answers_nothing()
    {
        var answer = await _cloud.InvokeAsync("NothingAsync");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "")));
    }

    [Test]
    public async Task An_exception_is_told_with_its_cause()
    {
        var answer = await _cloud.InvokeAsync("Throw");

        Assert.That((answer.Status, answer.Headers["X-Amz-Function-Error"]), Is.EqualTo((200, "Unhandled")));
        Assert.That(((string?)answer.Json["errorType"], (string?)answer.Json["errorMessage"]), Is.EqualTo(("InvalidOperationException", "It does not work.")));
        Assert.That((string?)answer.Json["cause"]!["errorType"], Is.EqualTo("TimeoutException"));
        Assert.That((string?)answer.Json["stackTrace"]![0], Does.Contain("Handlers.Throw()"));
    }

    [Test]
    public async Task A_function_sees_its_own_variables_and_no_others()
    {
        Environment.SetEnvironmentVariable("SECRET_OF_THE_DEVELOPER", "x");
        await _cloud.CreateAsync("Variables", new JsonObject { ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["MINE"] = "1" } } }, name: "isolated");

        var seen = (await _cloud.InvokeAsync("isolated")).Json.AsObject();

        Assert.That((string?)seen["MINE"], Is.EqualTo("1"));
        Assert.That((string?)seen["AWS_ACCESS_KEY_ID"], Is.EqualTo(_cloud.Cloud.Iam.Role("tester").AccessKeyId));
        Assert.That((string?)seen["AWS_ENDPOINT_URL"], Is.EqualTo(_cloud.Cloud.Endpoint.ToString().TrimEnd('/')));
        Assert.That(seen.Select(variable => variable.Key), Has.None.EqualTo("SECRET_OF_THE_DEVELOPER"));
    }

    [TestCase("Event", 202)]
    [TestCase("DryRun", 204)]
    [TestCase("RequestResponse", 200)]
    [TestCase("Later", 400)]
    public async Task The_type_of_an_invocation_decides_what_is_waited_for(string type, int status)
    {
        var answer = await _cloud.InvokeAsync("NothingAsync", "{}", ("X-Amz-Invocation-Type", type));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("missing", "{}", 404, "ResourceNotFoundException")]
    [TestCase("Echo", "{", 400, "InvalidRequestContentException")]
    public async Task What_cannot_be_invoked_is_refused(string function, string payload, int status, string code)
    {
        var answer = await _cloud.InvokeAsync(function, payload);

        Assert.That((answer.Status, answer.Error), Is.EqualTo((status, code)));
    }

    [TestCase(6_291_455, 200)]
    [TestCase(6_291_456, 413)]
    public async Task An_event_has_less_than_6_MB(int length, int status)
    {
        var answer = await _cloud.InvokeAsync("NothingAsync", $"\"{new string('a', length - 2)}\"");

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(6_291_556, null)]
    [TestCase(6_291_557, "Unhandled")]
    public async Task A_result_may_have_6_MB(int length, string? error)
    {
        await _cloud.CreateAsync("Letters", name: $"long-{length}");

        var answer = await _cloud.InvokeAsync($"long-{length}", $"{length - 2}");

        Assert.That(answer.Headers.GetValueOrDefault("X-Amz-Function-Error"), Is.EqualTo(error), answer.Text[..Math.Min(200, answer.Text.Length)]);
    }
}
