using ImageService.E2E.Clouds;
using ImageService.E2E.Operations;
using ImageService.Local.Deployment;
using ImageService.Local.Host;

namespace ImageService.E2E.Failures;

/// <summary>S3 or DynamoDB does not answer: the function does, before its own time is up.</summary>
[NotOnLocalStack("Its S3 and DynamoDB cannot be told to hang: 504 cannot be produced there.")]
public sealed class TimeoutTests
{
    [TestCase("upload", "PutObject")]
    [TestCase("upload", "PutItem")]
    [TestCase("list", "Query")]
    [TestCase("download", "GetObject")]
    [TestCase("url", "GetItem")]
    [TestCase("update", "UpdateItem")]
    [TestCase("delete", "DeleteItem")]
    [TestCase("create upload", "PutItem")]
    [TestCase("complete upload", "GetObject")]
    [TestCase("complete upload", "TransactWriteItems")]
    [TestCase("upload with key", "UpdateItem")]
    [TestCase("upload with key", "TransactWriteItems")]
    public async Task A_call_that_hangs_is_a_504(string operation, string awsCall)
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ImageApiOptions { FunctionTimeout = TimeSpan.FromSeconds(3) });
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        cloud.Calls.Inject(awsCall, new AwsFault.Delay(TimeSpan.FromMinutes(1)));

        var answer = operation switch
        {
            "upload" => await cloud.Api.Upload(SampleImages.Png()),
            "list" => await cloud.Api.List(),
            "download" => await cloud.Api.Download(image.Id),
            "url" => await cloud.Api.DownloadUrl(image.Id),
            "update" => await cloud.Api.Update(image.Id, "{}"),
            "create upload" => await cloud.Api.CreateUpload(LargeUpload.Describe(SampleImages.Png())),
            "complete upload" => await cloud.Api.CompleteUpload(upload.Id),
            "upload with key" => await cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1"),
            _ => await cloud.Api.Delete(image.Id),
        };

        Assert.That(answer, Is.Problem(504, "timeout"));
        Assert.That(await cloud.Stored.ItemsWithoutObject(), Is.Empty);
    }

    [Test]
    public async Task One_attempt_that_hangs_leaves_time_for_another()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        cloud.Calls.Inject("GetItem", new AwsFault.Delay(TimeSpan.FromMinutes(1)), times: 1);

        var answer = await cloud.Api.Get(image.Id);

        Assert.That(answer, Is.Status(200));
        Assert.That(cloud.Calls.Count("GetItem"), Is.EqualTo(2));
    }
}
