namespace EmbeddedAws.Tests.S3;

public sealed class DeleteBucketTests
{
    [Test]
    public async Task An_empty_bucket_goes()
    {
        var bucket = await TestBucket.CreateAsync();

        var first = await Wire.SendAsync("DELETE", $"/{bucket}", null);
        var second = await Wire.SendAsync("DELETE", $"/{bucket}", null);

        Assert.That(first.Status, Is.EqualTo(204));
        Assert.That(second, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task A_bucket_with_an_object_stays()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var refused = await Wire.SendAsync("DELETE", $"/{bucket}", null);
        await AwsSurface.S3.DeleteObjectAsync(bucket, "a");
        var empty = await Wire.SendAsync("DELETE", $"/{bucket}", null);

        Assert.That(refused, Is.Refused(409, "BucketNotEmpty"));
        Assert.That(empty.Status, Is.EqualTo(204));
    }
}
