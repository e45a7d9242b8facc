namespace EmbeddedAws.Tests.S3;

public sealed class ListBucketsTests
{
    [Test]
    public async Task Buckets_are_listed_by_name_with_their_date()
    {
        var (one, two) = (await TestBucket.CreateAsync(), await TestBucket.CreateAsync());

        var answer = await AwsSurface.S3.ListBucketsAsync();

        var names = answer.Buckets.Select(b => b.BucketName).ToList();
        Assert.That(names, Does.Contain(one).And.Contain(two).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        var created = answer.Buckets.Single(b => b.BucketName == one).CreationDate!.Value;
        Assert.That(created.ToUniversalTime(), Is.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
        Assert.That(answer.Owner.Id, Has.Length.EqualTo(64));
    }
}
