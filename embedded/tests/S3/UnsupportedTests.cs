namespace EmbeddedAws.Tests.S3;

public sealed class UnsupportedTests
{
    [TestCase("PUT", "/{0}?acl", "PutBucketAcl")]
    [TestCase("PUT", "/{0}?website", "PutBucketWebsite")]
    [TestCase("PUT", "/{0}?replication", "PutBucketReplication")]
    [TestCase("GET", "/{0}?metrics", "ListBucketMetricsConfigurations")]
    [TestCase("GET", "/{0}?metrics&id=1", "GetBucketMetricsConfiguration")]
    [TestCase("PUT", "/{0}?logging", "PutBucketLogging")]
    [TestCase("POST", "/{0}", "PostObject")]
    [TestCase("PUT", "/{0}/a?tagging", "PutObjectTagging")]
    [TestCase("GET", "/{0}/a?attributes", "GetObjectAttributes")]
    [TestCase("PATCH", "/{0}/a", "PATCH /{0}/a")]
    public async Task An_operation_is_refused_by_its_name(string method, string target, string operation)
    {
        var bucket = await TestBucket.WithKeysAsync("a");
        var path = target.Replace("{0}", bucket, StringComparison.Ordinal);

        var answer = await Wire.SendAsync(method, path, null);

        Assert.That(answer, Is.Refused(501, "NotImplemented"));
        Assert.That(answer.Element("Operation"), Is.EqualTo(operation.Replace("{0}", bucket, StringComparison.Ordinal)));
    }

    [TestCase("GET", "/{0}/a", "partNumber")]
    [TestCase("HEAD", "/{0}/a", "partNumber")]
    [TestCase("DELETE", "/{0}/a", "partNumber")]
    [TestCase("PUT", "/{0}/a", "prefix")]
    [TestCase("GET", "/", "max-buckets")]
    [TestCase("GET", "/{0}/a", "X-Amz-Anything")]
    public async Task A_parameter_is_refused_by_its_name(string method, string target, string parameter)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync(method, $"{target.Replace("{0}", bucket, StringComparison.Ordinal)}?{parameter}=1", null);

        Assert.That(answer.Status, Is.EqualTo(501));
        Assert.That(answer.Element("Parameter"), Is.EqualTo(method == "HEAD" ? null : parameter));
    }

    [TestCase("PUT", "/{0}/a", "x-amz-tagging")]
    [TestCase("PUT", "/{0}/a", "x-amz-server-side-encryption")]
    [TestCase("PUT", "/{0}/a", "x-amz-object-lock-mode")]
    [TestCase("PUT", "/{0}/a", "x-amz-website-redirect-location")]
    [TestCase("PUT", "/{0}/a", "x-amz-checksum-md5")]
    [TestCase("PUT", "/{0}/a", "If-Unmodified-Since")]
    [TestCase("GET", "/{0}/a", "x-amz-request-payer")]
    [TestCase("GET", "/{0}?list-type=2", "x-amz-optional-object-attributes")]
    [TestCase("DELETE", "/{0}/a", "If-None-Match")]
    [TestCase("PUT", "/{0}", "x-amz-bucket-object-lock-enabled")]
    public async Task A_header_is_refused_by_its_name(string method, string target, string header)
    {
        var bucket = await TestBucket.WithKeysAsync("a");

        var answer = await Wire.SendAsync(method, target.Replace("{0}", bucket, StringComparison.Ordinal), null, (header, "x"));

        Assert.That(answer, Is.Refused(501, "NotImplemented"));
        Assert.That(answer.Element("Header"), Is.EqualTo(header));
    }

    [TestCase("STANDARD", 200)]
    [TestCase("GLACIER", 501)]
    public async Task The_one_storage_class_is_STANDARD(string storageClass, int status)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}/a", [], ("x-amz-storage-class", storageClass));

        Assert.That(answer.Status, Is.EqualTo(status));
    }
}
