using System.Text.Json.Nodes;

namespace ImageService.E2E.Stack;

/// <summary>The function that removes what belongs to no image, and the schedule that calls it.</summary>
public sealed class CollectorTests
{
    private const string Bucket = "arn:aws:s3:::image-storage-bucket";
    private const string Table = "arn:aws:dynamodb:eu-central-1:123456789012:table/ImageMetadata";
    private const string FunctionName = "image-service-prod-collectGarbage";
    private const string FunctionArn = $"arn:aws:lambda:eu-central-1:123456789012:function:{FunctionName}";

    [Test]
    public async Task The_function_has_the_time_of_its_own_setting()
    {
        var usual = Collector(await StackRun.Prod(("reservedConcurrency", "7")));
        var configured = Collector(await StackRun.Prod(("collectorTimeoutSeconds", "300"), ("timeoutSeconds", "20")));

        Assert.That(usual.Text("handler"), Is.EqualTo("ImageService.Lambda::ImageService.Lambda.CollectGarbageFunction::HandleAsync"));
        Assert.That(((double?)usual.Inputs["timeout"], (double?)configured.Inputs["timeout"]), Is.EqualTo((900, 300)));
        Assert.That((double?)usual.Inputs["memorySize"], Is.EqualTo(1024));
        Assert.That(usual.Inputs.ContainsKey("reservedConcurrentExecutions"), Is.False);
    }

    [Test]
    public async Task It_may_read_and_delete_what_is_stored_and_note_where_it_stopped()
    {
        var run = await StackRun.Local();
        var role = run.All("Role").Single(role => (string?)role.Outputs["arn"] == Collector(run).Text("role"));

        var policy = run.All("RolePolicy").Single(policy => policy.Name.EndsWith("-data", StringComparison.Ordinal) && policy.Text("role") == (string?)role.Outputs["name"]);

        Assert.That(Granted.By(policy), Is.EquivalentTo(
        [
            $"dynamodb:BatchGetItem {Table}", $"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:DeleteItem {Table}",
            $"s3:ListBucket {Bucket}",
            $"s3:GetObject {Bucket}/images/*", $"s3:GetObject {Bucket}/variants/*",
            $"s3:DeleteObject {Bucket}/images/*", $"s3:DeleteObject {Bucket}/variants/*",
        ]));
    }

    [Test]
    public async Task A_schedule_calls_it_once_a_day()
    {
        var run = await StackRun.Prod();

        var schedule = run.The("Schedule");

        Assert.That(schedule.Type, Is.EqualTo("aws:scheduler/schedule:Schedule"));
        Assert.That(schedule.Inputs.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            $$"""
            {
              "description": "Removes objects that belong to no image.",
              "flexibleTimeWindow": { "mode": "OFF" },
              "name": "image-service-prod-collectGarbage",
              "scheduleExpression": "rate(1 day)",
              "target": { "arn": "{{FunctionArn}}", "input": "{}", "roleArn": "{{ScheduleRole(run).Outputs["arn"]}}" }
            }
            """)));
    }

    [Test]
    public async Task The_schedule_may_call_it_and_do_nothing_else()
    {
        var run = await StackRun.Prod();

        var role = ScheduleRole(run);

        var policies = run.All("RolePolicy").Where(policy => policy.Text("role") == (string?)role.Outputs["name"]);
        Assert.That(policies.SelectMany(Granted.By), Is.EqualTo([$"lambda:InvokeFunction arn:aws:lambda:*:*:function:{FunctionName}"]));
        Assert.That((string?)JsonNode.Parse(role.Text("assumeRolePolicy")!)!["Statement"]![0]!["Principal"]!["Service"], Is.EqualTo("scheduler.amazonaws.com"));
    }

    private static Registered Collector(StackRun run) => run.All("Function").Single(function => function.Name == "CollectGarbage-function");

    private static Registered ScheduleRole(StackRun run) => run.All("Role").Single(role => role.Name == "collector-schedule-role");
}
