using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.E2E.Operations;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB does not answer: the function does, before its own time is up.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to hang: 504 cannot be produced there.")]
public sealed class TimeoutTests
{
    [TestCase("uploadImage", "PutObject")]
    [TestCase("uploadImage", "TransactWriteItems")]
    [TestCase("uploadImage with a key", "UpdateItem")]
    [TestCase("uploadImage with a key", "TransactWriteItems")]
    [TestCase("listImages", "Query")]
    [TestCase("getImage", "GetItem")]
    [TestCase("downloadImage", "GetObject")]
    [TestCase("getDownloadUrl", "GetItem")]
    [TestCase("updateImage", "UpdateItem")]
    [TestCase("deleteImage", "DeleteItem")]
    [TestCase("renderImage", "GetObject")]
    [TestCase("renderImage", "PutObject")]
    [TestCase("createUpload", "PutItem")]
    [TestCase("completeUpload", "GetObject")]
    [TestCase("completeUpload", "TransactWriteItems")]
    public async Task A_call_that_hangs_is_a_504(string operation, string awsCall)
    {
        await using var cloud = await CloudWithOneImage.StartWithStoppedClockAsync();
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject(awsCall, hold);

        var answer = cloud.Call(operation);
        await cloud.PassDeadlineAsync(hold);

        Assert.That(await answer, Is.Problem(504, "timeout"));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task A_request_for_which_no_time_is_left_is_a_504()
    {
        await using var service = await DirectService.StartAsync();

        var answer = await service.Send(Operation.ListImages, "GET", "/images", [], [], remainingTime: TimeSpan.FromMilliseconds(400));

        Assert.That(answer, Is.Problem(504, "timeout"));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("The service did not get an answer in time. Try again; request "));
    }

    [Test]
    public async Task A_delete_whose_object_hangs_has_deleted_the_image()
    {
        await using var cloud = await CloudWithOneImage.StartWithStoppedClockAsync();
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("DeleteObject", hold);

        var answer = cloud.Call("deleteImage");
        await cloud.PassDeadlineAsync(hold);

        Assert.That(await answer, Is.Status(204));
        Assert.That(await cloud.Stored.ItemIds(), Is.Empty);
    }

    [Test]
    public async Task One_attempt_that_hangs_leaves_time_for_another()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("GetItem", new AwsFault.Hold(), times: 1);

        var answer = await cloud.Api.Get(image.Id);

        Assert.That(answer, Is.Status(200));
        Assert.That(cloud.Calls.Count("GetItem"), Is.EqualTo(2));
    }
}
