using ImageService.E2E.Clouds;
using ImageService.E2E.Operations;
using ImageService.Local.Host;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB fails at each step of each operation: the status, and that nothing is half done afterwards.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail: 503 cannot be produced there.")]
public sealed class AwsFailureTests
{
    private static readonly (string Operation, string AwsCall)[] Steps =
    [
        ("upload", "PutObject"), ("upload", "PutItem"),
        ("list", "Query"),
        ("get", "GetItem"),
        ("download", "GetItem"), ("download", "GetObject"),
        ("url", "GetItem"),
        ("update", "GetItem"), ("update", "UpdateItem"),
        ("delete", "DeleteItem"), ("delete", "DeleteObject"),
        ("create upload", "PutItem"),
        ("complete upload", "GetItem"), ("complete upload", "GetObject"), ("complete upload", "TransactWriteItems"),
        ("upload with key", "UpdateItem"), ("upload with key", "PutObject"), ("upload with key", "TransactWriteItems"),
    ];

    private static readonly AwsFault[] Faults =
    [
        new AwsFault.Error(500, "InternalError"),
        new AwsFault.Error(503, "SlowDown"),
        new AwsFault.Error(400, "ThrottlingException"),
        new AwsFault.Disconnect(),
    ];

    [Test]
    public async Task A_step_that_goes_on_failing_is_a_503_and_nothing_is_half_done(
        [ValueSource(nameof(Steps))] (string Operation, string AwsCall) step, [ValueSource(nameof(Faults))] AwsFault fault)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(step.AwsCall, fault);

        var answer = await Call(step.Operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer, Is.Problem(503, "service-unavailable"));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("2"));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
        Assert.That(await cloud.Stored.ItemIds(), Is.EqualTo(step is ("delete", "DeleteObject") ? [] : new[] { image.Id }));
    }

    [Test]
    public async Task A_step_that_fails_once_is_tried_again(
        [ValueSource(nameof(Steps))] (string Operation, string AwsCall) step)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(step.AwsCall, new AwsFault.Error(500, "InternalError"), times: 1);

        var answer = await Call(step.Operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer.Status, Is.InRange(200, 204));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [TestCase("upload", "PutObject", 201)]
    [TestCase("upload", "PutItem", 201)]
    [TestCase("update", "UpdateItem", 200, Description = "The retry finds its own work.")]
    [TestCase("delete", "DeleteItem", 404, Description = "The retry finds nothing: at most one answer is 204.")]
    [TestCase("delete", "DeleteObject", 204)]
    [TestCase("create upload", "PutItem", 201)]
    [TestCase("complete upload", "TransactWriteItems", 201)]
    [TestCase("upload with key", "UpdateItem", 201)]
    [TestCase("upload with key", "PutObject", 201)]
    [TestCase("upload with key", "TransactWriteItems", 201)]
    public async Task A_lost_answer_loses_no_image(string operation, string awsCall, int status)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(awsCall, new AwsFault.LoseAnswer(), times: 1);

        var answer = await Call(operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer, Is.Status(status));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
        Assert.That(await cloud.Stored.ItemIds(), Has.Count.EqualTo(operation switch { "create upload" or "update" => 1, "delete" => 0, _ => 2 }));
    }

    [TestCase("complete upload", "TransactWriteItems", "TransactionConflict", 201)]
    [TestCase("complete upload", "TransactWriteItems", "ThrottlingError", 201)]
    [TestCase("upload with key", "TransactWriteItems", "ProvisionedThroughputExceeded", 201)]
    [TestCase("upload with key", "TransactWriteItems", "TransactionConflict", 201)]
    [TestCase("upload with key", "UpdateItem", "TransactionConflictException", 201)]
    [TestCase("delete", "DeleteItem", "TransactionConflictException", 204)]
    public async Task Writes_that_meet_a_transaction_are_tried_again_and_then_the_service_is_unavailable(
        string operation, string awsCall, string code, int status)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(awsCall, new AwsFault.Error(400, code), times: 1);
        cloud.Calls.Inject(awsCall, new AwsFault.Error(400, code), call: 3);

        var once = await Call(operation, cloud.Api, image.Id, upload.Id);
        var lasting = await Call(operation, cloud.Api, upload.Id, (await LargeUpload.Put(cloud.Api, SampleImages.Png())).Id);

        Assert.That(once, Is.Status(status));
        Assert.That(lasting, Is.Problem(503, "service-unavailable"));
        Assert.That(lasting.Header("Retry-After"), Is.EqualTo("2"));
    }

    [Test]
    public async Task An_upload_whose_item_failed_leaves_an_object_that_nobody_sees()
    {
        await using var cloud = await Embedded.StartAsync();
        cloud.Calls.Inject("PutItem", new AwsFault.Error(500, "InternalServerError"));

        var answer = await cloud.Api.Upload(SampleImages.Png());

        Assert.That(answer, Is.Status(503));
        Assert.That(await cloud.Api.ListIds(), Is.Empty);
        Assert.That(await cloud.Stored.ObjectKeys(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_delete_whose_object_failed_has_deleted_the_image_all_the_same()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("DeleteObject", new AwsFault.Error(500, "InternalError"));

        var first = await cloud.Api.Delete(image.Id);
        var second = await cloud.Api.Delete(image.Id);

        Assert.That(first, Is.Status(503));
        Assert.That(second, Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Api.ListIds(), Is.Empty);
    }

    [TestCase("get", "GetItem", "AccessDeniedException")]
    [TestCase("download", "GetObject", "AccessDenied")]
    [TestCase("upload", "PutItem", "ValidationException")]
    [TestCase("create upload", "PutItem", "ValidationException")]
    [TestCase("complete upload", "GetObject", "AccessDenied")]
    [TestCase("complete upload", "TransactWriteItems", "ValidationException")]
    [TestCase("complete upload", "TransactWriteItems", "TransactionCanceledException")]
    [TestCase("upload with key", "UpdateItem", "AccessDeniedException")]
    [TestCase("upload with key", "TransactWriteItems", "TransactionCanceledException")]
    public async Task An_error_that_nobody_expected_is_a_500_that_tells_nothing(string operation, string awsCall, string code)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(awsCall, new AwsFault.Error(400, code));

        var answer = await Call(operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer, Is.Problem(500, "internal-error"));
        Assert.That(answer.Text, Does.Not.Contain(code).And.Not.Contain("A test asked"));
        Assert.That(answer.Json["detail"]!.ToString(), Does.Contain(answer.Header("X-Request-Id")!));
    }

    [Test]
    public async Task An_object_that_is_gone_after_its_item_was_read_is_a_404()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Stored.DeleteObject(image.Id);

        var answer = await cloud.Api.Download(image.Id);

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [TestCase("upload")]
    [TestCase("list")]
    [TestCase("get")]
    [TestCase("download")]
    [TestCase("url")]
    [TestCase("update")]
    [TestCase("delete")]
    [TestCase("create upload")]
    [TestCase("complete upload")]
    [TestCase("upload with key")]
    public async Task A_missing_table_is_a_broken_deployment(string operation)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        await cloud.Stored.DeleteTable();

        var answer = await Call(operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }

    [TestCase("upload")]
    [TestCase("download")]
    [TestCase("delete")]
    [TestCase("complete upload")]
    [TestCase("upload with key")]
    public async Task A_missing_bucket_is_a_broken_deployment(string operation)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        await cloud.Stored.DeleteBucket();

        var answer = await Call(operation, cloud.Api, image.Id, upload.Id);

        Assert.That(answer, Is.Problem(500, "internal-error"));
    }

    private static Task<Answer> Call(string operation, ApiClient api, string id, string uploadId) => operation switch
    {
        "upload" => api.Upload(SampleImages.Png()),
        "list" => api.List(),
        "get" => api.Get(id),
        "download" => api.Download(id),
        "url" => api.DownloadUrl(id),
        "update" => api.Update(id, """{"fileName":"renamed.png"}"""),
        "create upload" => api.CreateUpload(LargeUpload.Describe(SampleImages.Png())),
        "complete upload" => api.CompleteUpload(uploadId),
        "upload with key" => api.Upload(SampleImages.Png(), idempotencyKey: $"{Guid.NewGuid()}"),
        _ => api.Delete(id),
    };
}
