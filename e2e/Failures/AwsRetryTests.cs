using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB fails for a moment, or its answer is lost: the call is made again.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to fail.")]
public sealed class AwsRetryTests
{
    [Test]
    public async Task A_step_that_fails_once_is_tried_again([ValueSource(typeof(AwsSteps), nameof(AwsSteps.All))] (string Operation, string AwsCall) step)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(step.AwsCall, new AwsFault.Error(500, "InternalError"), times: 1);

        var answer = await cloud.Call(step.Operation);

        Assert.That(answer.Status, Is.InRange(200, 204));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task A_write_that_meets_a_transaction_is_tried_again(
        [ValueSource(typeof(AwsSteps), nameof(AwsSteps.Contended))] (string Operation, string AwsCall, string Code) step)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(step.AwsCall, new AwsFault.Error(400, step.Code), times: 1);

        var answer = await cloud.Call(step.Operation);

        Assert.That(answer, Is.Status(step.Operation == "deleteImage" ? 204 : 201));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [TestCase("uploadImage", "PutObject", 201, 2)]
    [TestCase("uploadImage", "TransactWriteItems", 201, 2)]
    [TestCase("uploadImage with a key", "UpdateItem", 201, 2)]
    [TestCase("uploadImage with a key", "PutObject", 201, 2)]
    [TestCase("uploadImage with a key", "TransactWriteItems", 201, 2)]
    [TestCase("updateImage", "UpdateItem", 200, 1, Description = "The retry finds its own work.")]
    [TestCase("deleteImage", "DeleteItem", 404, 0, Description = "The retry finds nothing: at most one answer is 204.")]
    [TestCase("deleteImage", "DeleteObject", 204, 0)]
    [TestCase("createUpload", "PutItem", 201, 1)]
    [TestCase("completeUpload", "TransactWriteItems", 201, 2)]
    public async Task A_lost_answer_loses_no_image(string operation, string awsCall, int status, int images)
    {
        await using var cloud = await CloudWithOneImage.StartAsync();
        cloud.Calls.Inject(awsCall, new AwsFault.LoseAnswer(), times: 1);

        var answer = await cloud.Call(operation);

        Assert.That(answer, Is.Status(status));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
        Assert.That(await cloud.Stored.ItemIds(), Has.Count.EqualTo(images));
    }
}
