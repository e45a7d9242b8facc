using System.Text.Json.Nodes;
using EmbeddedAws.Tests.Lambda;

namespace EmbeddedAws.Tests.Logs;

/// <summary>What functions write is in their log groups.</summary>
public sealed class FunctionLogTests
{
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task Each_line_is_an_event_of_the_stream_of_its_process()
    {
        await _cloud.CreateAsync("Echo", new JsonObject { ["LoggingConfig"] = new JsonObject { ["LogGroup"] = "/mine" } });
        await _cloud.Cloud.CallAsync("logs", "CreateLogGroup", new JsonObject { ["logGroupName"] = "/mine" });

        var answer = await _cloud.InvokeAsync("Echo");
        var events = (await _cloud.Cloud.CallAsync("logs", "FilterLogEvents", new JsonObject { ["logGroupName"] = "/mine" }))["events"]!.AsArray();

        Assert.That(events.Select(item => ((string)item!["message"]!).Split(' ')[0].Split('\t')[^1]), Is.EqualTo((string[])["START", "a", "with", "END", "REPORT"]));
        Assert.That(events.Select(item => (string?)item!["logStreamName"]).Distinct(), Is.EqualTo((string?[])[(string?)answer.Json["stream"]]));
        Assert.That((string?)answer.Json["stream"], Does.Match(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$"));
    }

    [Test]
    public async Task A_group_that_is_missing_is_made()
    {
        await _cloud.CreateAsync("NothingAsync", name: "unlogged");

        await _cloud.InvokeAsync("unlogged");
        var events = await _cloud.Cloud.CallAsync("logs", "FilterLogEvents", new JsonObject { ["logGroupName"] = "/aws/lambda/unlogged" });

        Assert.That(events["events"]!.AsArray(), Has.Count.EqualTo(3));
    }

    [Test, Platform("Linux")]
    public async Task Lines_that_are_written_while_their_group_is_deleted_go_with_it()
    {
        using var place = new MeetingPlace();
        _cloud.Cloud.Iam.CreateRole("writer").PutPolicy("logs", """{"Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}""");
        await _cloud.Cloud.CallAsync("logs", "CreateLogGroup", """{"logGroupName":"/deleted"}""");
        await _cloud.CreateAsync("writer", BootstrapScript.Package(place.Write("lines")), new JsonObject { ["Role"] = "arn:aws:iam::000000000000:role/writer", ["LoggingConfig"] = new JsonObject { ["LogGroup"] = "/deleted" } });
        var invocation = _cloud.InvokeAsync("writer");
        await place.ReachedAsync("lines");

        await _cloud.Cloud.CallAsync("logs", "DeleteLogGroup", """{"logGroupName":"/deleted"}""");
        place.GoOn("lines");
        await invocation;
        await _cloud.Cloud.CallAsync("logs", "DescribeLogGroups", "{}"); // Waits for the lines that are still to be stored.
        await _cloud.Cloud.CallAsync("logs", "CreateLogGroup", """{"logGroupName":"/deleted"}""");

        Assert.That((await _cloud.Cloud.CallAsync("logs", "DescribeLogStreams", """{"logGroupName":"/deleted"}"""))["logStreams"]!.AsArray(), Is.Empty);
    }

    [TestCase("logs:CreateLogStream", 0)]
    [TestCase("logs:PutLogEvents", 0)]
    [TestCase("logs:*", 3)]
    public async Task A_role_that_may_not_write_has_no_log(string action, int count)
    {
        var name = $"role-{action.Length}";
        _cloud.Cloud.Iam.CreateRole(name).PutPolicy("logs", $$"""{"Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"arn:aws:logs:us-east-1:000000000000:log-group:/{{name}}:*"}]}""");
        await _cloud.Cloud.CallAsync("logs", "CreateLogGroup", new JsonObject { ["logGroupName"] = $"/{name}" });
        await _cloud.CreateAsync("NothingAsync", new JsonObject { ["Role"] = $"arn:aws:iam::000000000000:role/{name}", ["LoggingConfig"] = new JsonObject { ["LogGroup"] = $"/{name}" } }, name: name);

        await _cloud.InvokeAsync(name);
        var events = await _cloud.Cloud.CallAsync("logs", "FilterLogEvents", new JsonObject { ["logGroupName"] = $"/{name}" });

        Assert.That(events["events"]!.AsArray(), Has.Count.EqualTo(count));
    }
}
