using System.Text;

namespace EmbeddedAws.Tests.S3;

public sealed class CreateBucketTests
{
    [Test]
    public async Task A_new_bucket_is_there_and_tells_its_place()
    {
        var name = TestBucket.Name();

        var answer = await Wire.PutAsync($"/{name}", []);
        var head = await Wire.SendAsync("HEAD", $"/{name}", null);

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((200, $"/{name}")));
        Assert.That((head.Status, head.Header("x-amz-bucket-region")), Is.EqualTo((200, "us-east-1")));
    }

    [Test]
    public async Task Making_an_own_bucket_again_succeeds_and_keeps_its_objects()
    {
        var bucket = await TestBucket.WithKeysAsync("kept");

        var again = await Wire.PutAsync($"/{bucket}", []);
        var kept = await Wire.GetAsync($"/{bucket}/kept");

        Assert.That((again.Status, kept.Status), Is.EqualTo((200, 200)));
    }

    [TestCase("ab")]
    [TestCase("Upper-case")]
    [TestCase("under_score")]
    [TestCase("-dash-first")]
    [TestCase("dash-last-")]
    [TestCase("two..dots")]
    [TestCase("192.168.5.4")]
    [TestCase("xn--reserved")]
    [TestCase("reserved-s3alias")]
    [TestCase("a123456789b123456789c123456789d123456789e123456789f123456789g123")]
    public async Task A_name_that_breaks_the_rules_is_refused(string name)
    {
        var answer = await Wire.PutAsync($"/{name}", []);

        Assert.That(answer, Is.Refused(400, "InvalidBucketName"));
    }

    [Test]
    public async Task A_location_constraint_is_accepted()
    {
        var answer = await Wire.PutAsync($"/{TestBucket.Name()}", Configuration("<LocationConstraint>eu-west-1</LocationConstraint>"));

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("not xml")]
    [TestCase("<CreateBucketConfiguration>")]
    [TestCase("<Other/>")]
    [TestCase("<CreateBucketConfiguration><LocationConstraint/></CreateBucketConfiguration>")]
    [TestCase("<!DOCTYPE x [<!ENTITY e \"v\">]><CreateBucketConfiguration><LocationConstraint>&e;</LocationConstraint></CreateBucketConfiguration>")]
    public async Task A_body_that_is_not_a_configuration_is_malformed(string body)
    {
        var name = TestBucket.Name();

        var answer = await Wire.PutAsync($"/{name}", Encoding.UTF8.GetBytes(body));
        var head = await Wire.SendAsync("HEAD", $"/{name}", null);

        Assert.That(answer, Is.Refused(400, "MalformedXML"));
        Assert.That(head.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Another_element_of_the_configuration_is_refused_by_name()
    {
        var answer = await Wire.PutAsync($"/{TestBucket.Name()}", Configuration("<Bucket/>"));

        Assert.That(answer, Is.Refused(501, "NotImplemented"));
        Assert.That(answer.Element("Element"), Is.EqualTo("Bucket"));
    }

    private static byte[] Configuration(string inner) =>
        Encoding.UTF8.GetBytes($"<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{inner}</CreateBucketConfiguration>");
}
