namespace EmbeddedAws.Tests.S3;

public sealed class HeadBucketTests
{
    [Test]
    public async Task A_bucket_that_is_not_there_is_404_without_a_body()
    {
        var answer = await Wire.SendAsync("HEAD", $"/{TestBucket.Name()}", null);

        Assert.That(answer.Status, Is.EqualTo(404));
        Assert.That(answer.Body, Is.Empty);
        Assert.That(answer.Header("x-amz-request-id"), Does.Match("^[0-9A-F]{16}$"));
    }
}
