using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>What every bucket and object here is: in us-east-1, without versions, without tags.</summary>
public sealed class BucketSettingsTests
{
    [TestCase("?location", "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\" />")]
    [TestCase("?versioning", "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\" />")]
    [TestCase("/digits?tagging", "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet /></Tagging>")]
    public async Task A_setting_has_the_value_of_a_new_bucket(string target, string xml)
    {
        var bucket = (await Digits.PutAsync()).Split('/')[1];

        var answer = await Wire.GetAsync($"/{bucket}{target}");
        var missing = await Wire.GetAsync($"/{TestBucket.Name()}{target}");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(Encoding.UTF8.GetString(answer.Body), Does.EndWith(xml));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task The_sdk_reads_the_region()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await AwsSurface.S3.GetBucketLocationAsync(bucket);

        Assert.That(answer.Location?.Value ?? "", Is.Empty.Or.EqualTo("us-east-1"));
    }
}
