namespace EmbeddedAws.Tests.S3;

/// <summary>
/// URLs that boto3 1.43 made with <c>test</c>/<c>test</c>, its clock set so that they hold until 2100: the .NET SDK signs with
/// version 4 only. The host is no part of this signature.
/// </summary>
public sealed class PresignedVersion2Tests
{
    private const string Bucket = "signed-by-boto3";
    private const string Put =
        "/signed-by-boto3/a%20b/%C3%BC%2Bc?AWSAccessKeyId=test&Signature=j3O9zCWl9H3TdbPi2aeMAW1BFok%3D&content-type=text%2Fplain&x-amz-meta-a=b&Expires=4102444800";

    private const string Get =
        "/signed-by-boto3/a%20b/%C3%BC%2Bc?response-content-type=text%2Fx&AWSAccessKeyId=test&Signature=8Epyup4rRzV0LbB3419IJxvk6%2Bo%3D&Expires=4102444800";

    private const string Late =
        "/signed-by-boto3/a%20b/%C3%BC%2Bc?AWSAccessKeyId=test&Signature=jhyzA64HqfR447k%2BkfrOfwdxd80%3D&Expires=1700000000";

    [SetUp]
    public Task MakeTheBucket() => AwsSurface.S3.PutBucketAsync(Bucket);

    [Test]
    public async Task An_object_is_put_and_got_by_urls_alone()
    {
        var put = await Wire.PutAsync(Put, "hello"u8.ToArray(), ("Content-Type", "text/plain"), ("x-amz-meta-a", "b"));
        var get = await Wire.GetAsync(Get);

        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That(get.Body, Is.EqualTo("hello"u8.ToArray()));
        Assert.That((get.Header("Content-Type"), get.Header("x-amz-meta-a")), Is.EqualTo(("text/x", "b")));
    }

    [TestCase("%C3%BC", "o")]
    [TestCase("text%2Fx", "text%2Fhtml")]
    [TestCase("Expires=4102444800", "Expires=4102444801")]
    [TestCase("Signature=8", "Signature=9")]
    public async Task A_url_that_was_altered_is_refused(string what, string with)
    {
        var answer = await Wire.GetAsync(Get.Replace(what, with, StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("Content-Type", "text/html")]
    [TestCase("x-amz-meta-a", "c")]
    [TestCase("x-amz-meta-other", "added")]
    public async Task A_header_that_was_altered_or_added_is_refused(string name, string value)
    {
        var answer = await Wire.PutAsync(Put, "hello"u8.ToArray(), (name, value));

        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [Test]
    public async Task A_url_is_refused_once_it_is_late()
    {
        var answer = await Wire.GetAsync(Late);

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("Message"), Is.EqualTo("Request has expired"));
    }

    [Test]
    public async Task An_access_key_that_nobody_has_is_refused()
    {
        var answer = await Wire.GetAsync(Get.Replace("KeyId=test", "KeyId=nobody", StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "InvalidAccessKeyId"));
    }

    [TestCase("never")]
    [TestCase("-1")]
    public async Task An_expiry_that_is_no_time_is_refused(string expires)
    {
        var answer = await Wire.GetAsync(Get.Replace("4102444800", expires, StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }
}
