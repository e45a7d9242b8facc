namespace EmbeddedAws.Tests.S3;

public sealed class DeleteObjectTests
{
    [Test]
    public async Task A_deleted_object_is_gone_and_deleting_it_again_succeeds()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var first = await Wire.SendAsync("DELETE", $"/{bucket}/a", null);
        var get = await Wire.GetAsync($"/{bucket}/a");
        var second = await Wire.SendAsync("DELETE", $"/{bucket}/a", null);

        Assert.That((first.Status, second.Status), Is.EqualTo((204, 204)));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_404()
    {
        var answer = await Wire.SendAsync("DELETE", $"/{TestBucket.Name()}/a", null);

        Assert.That(answer, Is.Refused(404, "NoSuchBucket"));
    }
}
