namespace EmbeddedAws.Tests.S3;

/// <summary>
/// URLs that boto3 1.43 made with <c>test</c>/<c>test</c>, its clock set so that they hold until 2100: the .NET SDK signs with
/// version 4 only. The host is not part of this signature.
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

    /// <summary>The bucket's slash is signed though the URL has none, and so is the parameter that chooses the operation.</summary>
    [TestCase("?prefix=none%2F&encoding-type=url&Signature=KERhMG9kg%2B7VCrsSohZo1gkPquQ%3D", 200)]
    [TestCase("?list-type=2&encoding-type=url&Signature=KERhMG9kg%2B7VCrsSohZo1gkPquQ%3D", 200)]
    [TestCase("/?list-type=2&encoding-type=url&Signature=KERhMG9kg%2B7VCrsSohZo1gkPquQ%3D", 200)]
    [TestCase("?location&Signature=BlzkTzqsBXX%2B0Qx7fdHyke6MyXM%3D", 200)]
    [TestCase("?uploads&prefix=none&Signature=NaR4zn6wMNQ5zVSvY9SKRMrMc7U%3D", 200)]
    [TestCase("/a?uploadId=none&Signature=2Xth8hS9i2t0qG9uC2DnVFC9sZE%3D", 404)]
    [TestCase("?Signature=NaR4zn6wMNQ5zVSvY9SKRMrMc7U%3D", 403)]
    [TestCase("?uploads&prefix=none&Signature=KERhMG9kg%2B7VCrsSohZo1gkPquQ%3D", 403)]
    [TestCase("/a?uploadId=other&Signature=2Xth8hS9i2t0qG9uC2DnVFC9sZE%3D", 403)]
    public async Task A_url_of_a_bucket_or_an_upload_holds_for_its_operation(string target, int status)
    {
        var answer = await Wire.GetAsync($"/{Bucket}{target}&AWSAccessKeyId=test&Expires=4102444800");

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Code, Is.EqualTo(status switch { 200 => null, 404 => "NoSuchUpload", _ => "SignatureDoesNotMatch" }));
    }

    [TestCase("publicAccessBlock")]
    [TestCase("encryption")]
    [TestCase("ownershipControls")]
    public async Task A_parameter_that_is_not_signed_chooses_no_operation(string parameter)
    {
        var answer = await Wire.GetAsync($"/{Bucket}?Signature=KERhMG9kg%2B7VCrsSohZo1gkPquQ%3D&AWSAccessKeyId=test&Expires=4102444800&{parameter}");

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("Message"), Does.Contain(parameter));
    }

    [Test]
    public async Task A_parameter_that_is_added_does_not_take_the_place_of_a_signed_one()
    {
        var answer = await Wire.PutAsync($"{Put}&X-Amz-Meta-A=c", "hello"u8.ToArray(), ("Content-Type", "text/plain"));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }

    [Test]
    public async Task A_parameter_does_not_take_the_place_of_a_signed_header()
    {
        var altered = Put.Replace("x-amz-meta-a=b", "x-amz-meta-a=c", StringComparison.Ordinal);

        var answer = await Wire.PutAsync(altered, "hello"u8.ToArray(), ("Content-Type", "text/plain"), ("x-amz-meta-a", "b"));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
        Assert.That(answer.Element("Message"), Does.Contain("x-amz-meta-a"));
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
    public async Task An_unknown_access_key_is_refused()
    {
        var answer = await Wire.GetAsync(Get.Replace("KeyId=test", "KeyId=nobody", StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "InvalidAccessKeyId"));
    }

    [TestCase("99999999999")]
    [TestCase("18446744073709551615")]
    public async Task A_time_beyond_the_calendar_does_not_expire(string expires)
    {
        var answer = await Wire.GetAsync(Get.Replace("4102444800", expires, StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "SignatureDoesNotMatch"));
    }

    [TestCase("never")]
    [TestCase("-1")]
    public async Task An_expiry_that_is_not_a_time_is_refused(string expires)
    {
        var answer = await Wire.GetAsync(Get.Replace("4102444800", expires, StringComparison.Ordinal));

        Assert.That(answer, Is.Refused(403, "AccessDenied"));
    }
}
