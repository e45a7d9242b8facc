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

    [TestCase("\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [TestCase("d41d8cd98f00b204e9800998ecf8427e")]
    [TestCase("*")]
    public async Task With_its_ETag_as_a_condition_it_is_deleted(string match)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync("DELETE", $"/{bucket}/a", null, ("If-Match", match));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(get, Is.Refused(404, "NoSuchKey"));
    }

    [Test]
    public async Task An_object_with_another_ETag_stays()
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync("DELETE", $"/{bucket}/a", null, ("If-Match", "\"5d41402abc4b2a76b9719d911017c592\""));
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answer, Is.Refused(412, "PreconditionFailed"));
        Assert.That(answer.Element("Condition"), Is.EqualTo("If-Match"));
        Assert.That(get.Status, Is.EqualTo(200));
    }

    [TestCase("\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [TestCase("*")]
    public async Task A_condition_on_what_is_not_there_is_404(string match)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.SendAsync("DELETE", $"/{bucket}/a", null, ("If-Match", match));

        Assert.That(answer, Is.Refused(404, "NoSuchKey"));
    }

    /// <summary>The condition is judged in the transaction that deletes.</summary>
    [Test]
    public async Task Of_a_delete_and_a_put_at_once_the_new_object_never_falls_to_the_condition_on_the_old_one()
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var old = new (string, string)[] { ("If-Match", "\"d41d8cd98f00b204e9800998ecf8427e\"") };

        var answers = await Task.WhenAll(
            [Wire.PutAsync($"/{bucket}/a", "new"u8.ToArray()), .. Enumerable.Range(0, 20).Select(_ => Wire.SendAsync("DELETE", $"/{bucket}/a", null, old))]);
        var get = await Wire.GetAsync($"/{bucket}/a");

        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(200, 204, 404, 412));
        Assert.That(get.Body, Is.EqualTo("new"u8.ToArray()));
    }
}
