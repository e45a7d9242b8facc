using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB goes on failing at a step of an operation: the status, and that nothing is half done afterwards.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail: 503 cannot be produced there.")]
public sealed class AwsFailureTests
{
    private static readonly AwsFault[] Faults =
    [
        new AwsFault.Error(500, "InternalError"),
        new AwsFault.Error(503, "SlowDown"),
        new AwsFault.Error(400, "ThrottlingException"),
        new AwsFault.Error(400, "ProvisionedThroughputExceededException"),
        new AwsFault.Error(400, "RequestLimitExceeded"),
        new AwsFault.Error(400, "Throttling"),
        new AwsFault.Disconnect(),
    ];

    /// <summary>Once for each service, since no operation looks at the failure of its call.</summary>
    private static readonly (string Operation, string AwsCall)[] OfEachService = [("uploadImage", "PutObject"), ("getImage", "GetItem")];

    private static readonly AwsFault[] Denied = [new AwsFault.Error(403, "AccessDenied")];

    [Test]
    public async Task Every_failure_that_goes_on_is_a_503(
        [ValueSource(nameof(OfEachService))] (string Operation, string AwsCall) step, [ValueSource(nameof(Faults))] AwsFault fault)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(step.AwsCall, fault);

        var answer = await cloud.Call(step.Operation);

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("The service cannot answer right now. Try again after 2 seconds; request "));
    }

    [Test]
    public async Task An_answer_of_AWS_that_is_not_whole_is_a_503()
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject("GetItem", new AwsFault.TruncateAnswer());

        var answer = await cloud.Call("getImage");

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
    }

    /// <summary>A connection that is cut while a refusal is sent can look like that to the SDK.</summary>
    [Test]
    public async Task A_refusal_of_AWS_that_is_not_whole_is_a_503()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Api.Variant(image.Id, "width=32");
        cloud.Calls.Inject("GetObject", new AwsFault.TruncateAnswer());

        var answer = await cloud.Api.Variant(image.Id, "width=64");

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_step_that_goes_on_failing_leaves_nothing_half_done(
        [ValueSource(typeof(AwsSteps), nameof(AwsSteps.Needed))] (string Operation, string AwsCall) step)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(step.AwsCall, new AwsFault.Error(503, "SlowDown"));

        var answer = await cloud.Call(step.Operation);

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo([cloud.ImageId]));
    }

    [Test]
    public async Task Writes_that_go_on_meeting_a_transaction_are_a_503(
        [ValueSource(typeof(AwsSteps), nameof(AwsSteps.Contended))] (string Operation, string AwsCall, string Code) step)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(step.AwsCall, new AwsFault.Error(400, step.Code));

        var answer = await cloud.Call(step.Operation);

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
    }

    [Test]
    public async Task An_upload_whose_item_failed_leaves_an_object_that_no_answer_shows()
    {
        await using var cloud = await Embedded.StartAsync();
        cloud.Calls.Inject("TransactWriteItems", new AwsFault.Error(500, "InternalServerError"));

        var answer = await cloud.Api.Upload(SampleImages.Png());

        Assert.That(answer, Is.Status(503));
        Assert.That(await cloud.Api.ListIds(), Is.Empty);
        Assert.That(await cloud.Stored.ObjectKeys(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_delete_whose_object_failed_has_deleted_the_image_all_the_same(
        [ValueSource(nameof(Faults)), ValueSource(nameof(Denied))] AwsFault fault)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("DeleteObject", fault);

        var first = await cloud.Api.Delete(image.Id);
        var second = await cloud.Api.Delete(image.Id);

        Assert.That(first, Is.Status(204));
        Assert.That(first.Bytes, Is.Empty);
        Assert.That(second, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Api.ListIds(), Is.Empty);
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EqualTo([$"images/{image.Id}"]), "left to the collector");
    }

    [TestCase("getImage", "GetItem", "AccessDeniedException")]
    [TestCase("downloadImage", "GetObject", "AccessDenied")]
    [TestCase("uploadImage", "TransactWriteItems", "ValidationException")]
    [TestCase("uploadImage with a key", "UpdateItem", "AccessDeniedException")]
    [TestCase("uploadImage with a key", "TransactWriteItems", "TransactionCanceledException")]
    [TestCase("renderImage", "GetObject", "AccessDenied")]
    [TestCase("renderImage", "PutObject", "AccessDenied")]
    [TestCase("createUpload", "PutItem", "ValidationException")]
    [TestCase("completeUpload", "GetObject", "AccessDenied")]
    [TestCase("completeUpload", "TransactWriteItems", "ValidationException")]
    [TestCase("completeUpload", "TransactWriteItems", "TransactionCanceledException")]
    public async Task An_unexpected_error_is_a_500_that_tells_nothing(string operation, string awsCall, string code)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(awsCall, new AwsFault.Error(400, code));

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Problem(500, "internal-error"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("The service failed. Its log has the details under request "));
        Assert.That(answer.Text, Does.Not.Contain(code).And.Not.Contain("A test asked"));
        Assert.That(answer.Json["detail"]!.ToString(), Does.Contain(answer.Header("X-Request-Id")!));
    }
}
