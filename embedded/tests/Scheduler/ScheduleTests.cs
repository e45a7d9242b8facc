using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.Tests.Lambda;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.Scheduler;

/// <summary>When schedules run, and what they invoke.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly BlockingCollection<(DateTimeOffset Time, string Event)> _runs = [];
    private FakeTimeProvider _time = null!;
    private StringWriter _errors = null!;
    private FunctionCloud _cloud = null!;

    [SetUp]
    public async Task Start()
    {
        (_time, _errors) = (new FakeTimeProvider(Begin), new StringWriter());
        _cloud = await StartAsync(null);
    }

    [TearDown]
    public async Task Stop()
    {
        await _cloud.DisposeAsync();
        await _errors.DisposeAsync();
        _runs.Dispose();
    }

    [Test]
    public async Task A_rate_runs_at_once_and_after_each_interval()
    {
        await CreateAsync("rate(1 day)", """{"Input":"{\"a\":1}"}""");

        var first = Take();
        _time.Advance(TimeSpan.FromHours(23));
        var early = _runs.Count;
        _time.Advance(TimeSpan.FromHours(1));
        var second = Take();

        Assert.That((first, early, second), Is.EqualTo(((Begin, """{"a":1}"""), 0, (Begin.AddDays(1), """{"a":1}"""))));
    }

    [Test]
    public async Task The_first_run_of_a_rate_is_not_missed_while_the_clock_goes_on()
    {
        _time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);

        await CreateAsync("rate(1 day)", """{"Input":"{}"}""");

        Assert.That(Take().Event, Is.EqualTo("{}"));
    }

    [TestCase("at(2026-01-01T13:30:00)", "UTC", "2026-01-01T13:30:00Z")]
    [TestCase("at(2026-01-01T14:30:00)", "Europe/Berlin", "2026-01-01T13:30:00Z")]
    [TestCase("cron(15 10 * * ? *)", "UTC", "2026-01-02T10:15:00Z")]
    [TestCase("cron(1/2147483647 * * * ? *)", "UTC", "2026-01-01T12:01:00Z")]
    [TestCase("cron(0/30 8-9 ? JAN MON-FRI 2026)", "America/New_York", "2026-01-01T13:00:00Z")]
    [TestCase("cron(0 0 29 2 ? *)", "UTC", "2028-02-29T00:00:00Z")]
    [TestCase("cron(0 0 1 1 ? 2040)", "UTC", "2040-01-01T00:00:00Z")]
    public async Task An_expression_says_when(string expression, string timezone, string moment)
    {
        var next = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        await CreateAsync(expression, """{"Input":"<aws.scheduler.scheduled-time>"}""", ("ScheduleExpressionTimezone", timezone));

        while (_time.GetUtcNow() < next.AddMinutes(-1))
            _time.Advance(next.AddMinutes(-1) - _time.GetUtcNow() is var left && left > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : left);
        var early = _runs.Count;
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That((early, Take()), Is.EqualTo((0, (next, moment))));
    }

    [TestCase("rate(0 days)")]
    [TestCase("rate(1 week)")]
    [TestCase("at(2026-13-01T00:00:00)")]
    [TestCase("cron(0 0 L * ? *)")]
    [TestCase("cron(0 0 * * * *)")]
    [TestCase("daily")]
    [TestCase("at(0001-01-01T00:00:00)", "Asia/Tokyo")]
    [TestCase("at(9999-12-31T23:00:00)", "America/New_York")]
    public async Task What_is_no_expression_is_refused(string expression, string timezone = "UTC")
    {
        var refusal = await FunctionCloud.RefusalOf(() => CreateAsync(expression, members: ("ScheduleExpressionTimezone", timezone)));

        Assert.That(refusal, Is.EqualTo((400, "ValidationException")));
    }

    [Test]
    public async Task An_expression_has_at_most_256_characters()
    {
        var longest = $"cron({new string('0', 256 - "cron( 0 1 1 ? 2040)".Length)} 0 1 1 ? 2040)";

        await CreateAsync(longest, "{}");
        var refusal = await FunctionCloud.RefusalOf(() => CreateAsync(longest.Replace("cron(", "cron(0", StringComparison.Ordinal), "{}"));

        Assert.That(refusal, Is.EqualTo((400, "ValidationException")));
    }

    [TestCase("FlexibleTimeWindow", """{"Mode":1}""")]
    [TestCase("FlexibleTimeWindow", """{"Mode":"OFF","Other":1}""")]
    [TestCase("FlexibleTimeWindow", """{"Mode":"FLEXIBLE","MaximumWindowInMinutes":"x"}""")]
    [TestCase("Target", """{"Arn":1}""")]
    [TestCase("Target", """{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:target","RoleArn":"arn:aws:iam::000000000000:role/tester","RetryPolicy":[]}""")]
    [TestCase("Target", """{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:target","RoleArn":"arn:aws:iam::000000000000:role/tester","RetryPolicy":{"MaximumRetryAttempts":186}}""")]
    [TestCase("Target", """{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:target","RoleArn":"arn:aws:iam::000000000000:role/tester","EcsParameters":{"a":1}}""")]
    [TestCase("Target", """{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:target","RoleArn":"arn:aws:iam::000000000000:role/tester","Input":5}""")]
    public async Task A_structure_that_is_wrong_is_refused(string member, string structure)
    {
        var refusal = await FunctionCloud.RefusalOf(() => CreateAsync("rate(1 day)", "{}", (member, JsonNode.Parse(structure)!)));

        Assert.That(refusal, Is.EqualTo((400, "ValidationException")));
    }

    [TestCase("cron(0 0 1 1 ? *)")]
    [TestCase("rate(999999 days)")]
    public async Task A_schedule_that_begins_when_years_end_stops_no_start(string expression)
    {
        var folder = Directory.CreateTempSubdirectory("schedules-").FullName;
        await using (_cloud = await StartAsync(folder))
            await CreateAsync(expression, "{}", ("StartDate", "9999-12-31T23:59:59Z"));

        await using (_cloud = await StartAsync(folder))
        {
            var schedule = await _cloud.Cloud.CallAsync("scheduler", "GetSchedule", new JsonObject { ["Name"] = "s" });

            Assert.That((string?)schedule["ScheduleExpression"], Is.EqualTo(expression));
        }

        _cloud = await StartAsync(null);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_schedule_that_is_changed_while_it_runs_goes_on_as_it_is_now()
    {
        var log = new ChangingLog();
        await using var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = log });
        await FunctionCloud.CreateRoleAsync(cloud.Cloud, "weak");
        var first = Schedule("at(2026-01-01T13:00:00)", """{"RoleArn":"arn:aws:iam::000000000000:role/weak"}""");
        await cloud.Cloud.CallAsync("scheduler", "CreateSchedule", (JsonObject)first.DeepClone());
        first["ScheduleExpression"] = "at(2026-01-01T14:00:00)";
        log.OnFirstLine = () => cloud.Cloud.CallAsync("scheduler", "UpdateSchedule", first).GetAwaiter().GetResult();

        _time.Advance(TimeSpan.FromHours(1));
        var before = log.Lines;
        _time.Advance(TimeSpan.FromHours(1));

        Assert.That((before, log.Lines), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_schedule_that_is_disabled_or_deleted_does_not_run()
    {
        await CreateAsync("rate(1 hour)", members: ("State", "DISABLED"));
        _time.Advance(TimeSpan.FromHours(3));
        await _cloud.Cloud.CallAsync("scheduler", "DeleteSchedule", new JsonObject { ["Name"] = "s" });
        await CreateAsync("at(2026-01-02T00:00:00)");

        await _cloud.Cloud.CallAsync("scheduler", "DeleteSchedule", new JsonObject { ["Name"] = "s" });
        _time.Advance(TimeSpan.FromDays(1));

        Assert.That(_runs, Is.Empty);
    }

    [Test]
    public async Task A_role_that_may_not_invoke_the_function_does_not()
    {
        await FunctionCloud.CreateRoleAsync(_cloud.Cloud, "weak");

        await CreateAsync("rate(1 hour)", """{"RoleArn":"arn:aws:iam::000000000000:role/weak"}""");

        Assert.That(() => _errors.ToString(), Does.Contain("role/weak is not allowed to perform lambda:InvokeFunction on arn:aws:lambda:us-east-1:000000000000:function:target").After(60_000, 20));
        Assert.That(_runs, Is.Empty);
    }

    [Test]
    public async Task A_schedule_is_given_back_as_it_was_made()
    {
        await CreateAsync("rate(1 day)", """{"Input":"{}"}""", ("State", "DISABLED"), ("Description", "Daily"));

        var schedule = await _cloud.Cloud.CallAsync("scheduler", "GetSchedule", new JsonObject { ["Name"] = "s", ["groupName"] = "default" });

        Assert.That(schedule["Target"]!.ToJsonString(), Is.EqualTo(
            """{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:target","RoleArn":"arn:aws:iam::000000000000:role/tester","Input":"{}","RetryPolicy":{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":185}}"""));
        Assert.That(((string?)schedule["ScheduleExpression"], (string?)schedule["State"], (string?)schedule["Description"], (string?)schedule["ScheduleExpressionTimezone"]), Is.EqualTo(("rate(1 day)", "DISABLED", "Daily", "UTC")));
        Assert.That(schedule["FlexibleTimeWindow"]!.ToJsonString(), Is.EqualTo("""{"Mode":"OFF"}"""));
    }

    [Test]
    public async Task After_a_restart_the_next_run_is_as_before()
    {
        var folder = Directory.CreateTempSubdirectory("schedules-").FullName;
        await using (_cloud = await StartAsync(folder))
        {
            await CreateAsync("rate(1 day)");
            Take();
        }

        _time.Advance(TimeSpan.FromHours(60));
        await using (_cloud = await StartAsync(folder))
        {
            var missed = _runs.Count;
            _time.Advance(TimeSpan.FromHours(12));

            Assert.That((missed, Take().Time), Is.EqualTo((0, Begin.AddDays(3))));
        }

        _cloud = await StartAsync(null);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<FunctionCloud> StartAsync(string? folder)
    {
        var isNew = folder is null || !File.Exists(Path.Combine(folder, "control-plane.db"));
        var cloud = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = _errors, DataFolder = folder });
        cloud.Cloud.RunInProcess("target", (sent, _, _) =>
        {
            _runs.Add((_time.GetUtcNow(), Encoding.UTF8.GetString(sent)));
            return Task.FromResult("{}"u8.ToArray());
        });
        if (isNew)
            await cloud.CreateAsync("target", [], []);
        return cloud;
    }

    private Task<JsonObject> CreateAsync(string expression, string target = "{}", params (string Name, JsonNode Value)[] members) =>
        _cloud.Cloud.CallAsync("scheduler", "CreateSchedule", Schedule(expression, target, members));

    private static JsonObject Schedule(string expression, string target, params (string Name, JsonNode Value)[] members)
    {
        var whole = JsonNode.Parse(target)!.AsObject();
        var all = new JsonObject
        {
            ["Name"] = "s",
            ["ScheduleExpression"] = expression,
            ["FlexibleTimeWindow"] = new JsonObject { ["Mode"] = "OFF" },
            ["Target"] = new JsonObject { ["Arn"] = "arn:aws:lambda:us-east-1:000000000000:function:target", ["RoleArn"] = (string?)whole["RoleArn"] ?? FunctionCloud.Role, ["Input"] = (string?)whole["Input"] },
        };
        foreach (var (name, value) in members)
            all[name] = value;
        return all;
    }

    private (DateTimeOffset Time, string Event) Take() => _runs.TryTake(out var run, TimeSpan.FromSeconds(10)) ? run : default;
}
