using ImageService.E2E.Clouds;
using ImageService.E2E.Failures;
using ImageService.Handlers;
using ImageService.Local;

namespace ImageService.E2E.PulumiStacks;

/// <summary>
/// A deployment that is really broken: a separate stack, whose bucket, then table, is removed. What cannot be
/// broken from outside, so that functions answer 503 and 504, is tested on an embedded cloud of the test's own.
/// </summary>
[OnlyOnDeployedStack]
public sealed class BrokenDeploymentTests
{
    private static readonly Settings Data =
        new() { BucketName = "broken-bucket", TableName = "BrokenTable", Region = "us-east-1" };

    [Test]
    public async Task A_bucket_then_a_table_that_is_missing_is_a_500()
    {
        var cloud = (PulumiCloud)SharedCloud;
        await using var stack = await cloud.DeployAsync(
            "broken",
            ("image-service:apiId", "broken"),
            ("image-service:bucketName", Data.BucketName),
            ("image-service:tableName", Data.TableName));
        using var s3 = TestClients.S3(cloud.Endpoint, ServiceDeployment.Credentials);
        using var dynamoDb = TestClients.DynamoDb(cloud.Endpoint, ServiceDeployment.Credentials);
        using var api = PulumiCloud.ClientOf(stack);
        var stored = new StoredData(s3, dynamoDb, Data);
        var image = await api.UploadImage(SampleImages.Png());
        var other = await api.UploadImage(SampleImages.Png());

        await stored.DeleteBucket();
        var withoutBucket = await Task.WhenAll(api.Upload(SampleImages.Png()), api.Download(image.Id), api.Delete(other.Id));
        var described = await api.Get(image.Id);
        await stored.DeleteTable();
        var withoutTable = await Task.WhenAll(OperationCall.OfAws.Select(call => call.SendTo(api)));

        Assert.That(withoutBucket, Has.All.Matches(Is.Problem(500, "internal-error")));
        Assert.That(described, Is.Status(200));
        Assert.That(withoutTable, Has.All.Matches(Is.Problem(500, "internal-error")));
    }
}
