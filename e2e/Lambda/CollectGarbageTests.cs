using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.E2E.Collecting;
using ImageService.Handlers.Collecting;
using ImageService.Lambda;
using ImageService.Local;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Lambda;

/// <summary>The function of the collector, a day after all that is stored.</summary>
public sealed class CollectGarbageTests
{
    /// <summary>What EventBridge Scheduler sends to a function by default: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html.</summary>
    private const string ScheduledEvent =
        """{"version":"0","id":"a","detail-type":"Scheduled Event","source":"aws.scheduler","account":"1","time":"2026-11-21T19:00:00Z","region":"eu-central-1","resources":[],"detail":"{}"}""";

    private readonly StringWriter _log = new();
    private Embedded _cloud = null!;
    private FunctionHost _function = null!;

    [SetUp]
    public async Task Deploy()
    {
        _cloud = await Embedded.StartAsync();
        var options = new FunctionOptions
        {
            Credentials = ServiceDeployment.Credentials,
            Time = new FakeTimeProvider(DateTimeOffset.UtcNow + CollectorRun.NextDay),
            Log = _log,
        };
        _function = new FunctionHost(FunctionHost.CollectorHandler, ServiceDeployment.SettingsFor(_cloud.Endpoint), options);
    }

    [TearDown]
    public async Task Remove()
    {
        _function.Dispose();
        await _cloud.DisposeAsync();
        await _log.DisposeAsync();
    }

    [TestCase("{}")]
    [TestCase(ScheduledEvent)]
    public async Task A_run_is_answered_and_is_one_line_of_log_and_metrics(string functionEvent)
    {
        await _cloud.PutGarbageAsync(2);
        await _cloud.Stored.PutObjectAt($"variants/{Guid.CreateVersion7()}/32x-contain-auto-80", [1]);
        await _cloud.Stored.PutObjectAt("notes.txt", [1]);

        var answer = await InvokeAsync(functionEvent);

        var line = JsonNode.Parse(_log.ToString())!.AsObject();
        Assert.That(answer, Is.EqualTo(
            """{"DryRun":false,"Objects":4,"Images":2,"Variants":1,"Bytes":7,"Foreign":1,"Changed":0,"Failed":0,"IsComplete":true}"""));
        Assert.That(
            line["_aws"]!["CloudWatchMetrics"]!.ToJsonString(),
            Is.EqualTo(
                """[{"Namespace":"ImageService","Dimensions":[["Operation"]],"Metrics":[{"Name":"Objects","Unit":"Count"},{"Name":"RemovedImages","Unit":"Count"},"""
                + """{"Name":"RemovedVariants","Unit":"Count"},{"Name":"RemovedBytes","Unit":"Bytes"},{"Name":"NotRemoved","Unit":"Count"}]}]"""));
        line.Remove("_aws");
        Assert.That(line.ToJsonString(), Is.EqualTo(
            """{"Operation":"collectGarbage","Objects":4,"RemovedImages":2,"RemovedVariants":1,"RemovedBytes":7,"NotRemoved":0,"foreign":1,"changed":0,"isComplete":true,"requestId":"run-1"}"""));
    }

    [Test]
    public async Task A_dry_run_answers_what_it_would_remove_and_is_no_metrics()
    {
        var keys = await _cloud.PutGarbageAsync(2);

        var answer = await InvokeAsync("""{"dryRun":true}""");

        Assert.That(answer, Does.StartWith("""{"DryRun":true,"Objects":2,"Images":2,"""));
        Assert.That(_log.ToString(), Is.Empty);
        Assert.That(await _cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [Test]
    public async Task What_cannot_be_removed_is_an_error_of_the_function_that_its_alarm_tells()
    {
        await _cloud.PutGarbageAsync(2);
        _cloud.Calls.Inject("DeleteObject", new AwsFault.Error(403, "AccessDenied"), times: 1);

        var failure = await Assert.ThrowsAsync<AmazonS3Exception>(() => InvokeAsync("{}"));

        var line = JsonNode.Parse(_log.ToString())!.AsObject();
        Assert.That(failure!.ErrorCode, Is.EqualTo("AccessDenied"));
        Assert.That(((int?)line["RemovedImages"], (int?)line["NotRemoved"]), Is.EqualTo((1, 1)));
        Assert.That((string?)line["exception"]!["type"], Is.EqualTo("Amazon.S3.AmazonS3Exception"));
    }

    [TestCase(15)]
    [TestCase(5)]
    public async Task It_ends_before_the_time_of_the_invocation(int remainingSeconds)
    {
        var keys = await _cloud.PutGarbageAsync(1);

        var answer = await InvokeAsync("{}", remainingSeconds);

        Assert.That(answer, Does.Contain("\"IsComplete\":false"));
        Assert.That((bool?)JsonNode.Parse(_log.ToString())!["isComplete"], Is.False);
        Assert.That(await _cloud.Stored.ObjectKeys(), Is.EqualTo(keys));
    }

    [Test]
    public async Task A_run_that_does_not_come_to_the_end_logs_where_it_stopped()
    {
        var keys = await _cloud.PutGarbageAsync(3);
        using var deadline = new CancellationTokenSource();
        await _cloud.CollectAsync(new CollectorOptions { PageSize = 1, Removed = garbage => Cancel(deadline, garbage.Key == keys[1]) }, deadline.Token);
        _cloud.Calls.Inject("ListObjectsV2", new AwsFault.Error(403, "AccessDenied"), times: 1);

        await Assert.CatchAsync(() => InvokeAsync("{}"));

        Assert.That((string?)JsonNode.Parse(_log.ToString())!["stoppedAfter"], Is.EqualTo(keys[0]));
    }

    [Test]
    public void As_Lambda_makes_it_it_reads_the_environment()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new CollectGarbageFunction());

        Assert.That(failure!.Message, Does.Contain("BUCKET_NAME is missing").And.Contain("TABLE_NAME is missing"));
    }

    private static void Cancel(CancellationTokenSource deadline, bool isTime)
    {
        if (isTime)
            deadline.Cancel();
    }

    private async Task<string> InvokeAsync(string functionEvent, int remainingSeconds = 900) => Encoding.UTF8.GetString(await _function.InvokeAsync(
        Encoding.UTF8.GetBytes(functionEvent), new InvocationContext { AwsRequestId = "run-1", RemainingTime = TimeSpan.FromSeconds(remainingSeconds) }));
}
