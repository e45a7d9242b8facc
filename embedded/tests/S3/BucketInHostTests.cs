namespace EmbeddedAws.Tests.S3;

/// <summary>Requests of clients that put the bucket into the host: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html.</summary>
public sealed class BucketInHostTests
{
    private const string AllowedHost = "photos.devbox.localhost";

    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloudWithABucketOfTheNameOfAKey()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedHosts = [AllowedHost, "devbox"] });
        await _cloud.CreateBucketAsync("photos", []);
        await _cloud.CreateBucketAsync("summer", []);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCase("photos.localhost")]
    [TestCase("photos.localhost:4566")]
    [TestCase("photos.localhost.localstack.cloud")]
    [TestCase("photos.s3.localhost")]
    [TestCase("photos.s3.localhost.localstack.cloud")]
    [TestCase("photos.s3.eu-central-1.localhost.localstack.cloud.")]
    [TestCase("my.photos.localhost")]
    public async Task A_bucket_in_the_host_is_refused_and_not_looked_for_in_the_path(string host)
    {
        var answer = await Wire.PutAsync($"{_cloud.Endpoint}summer/beach", [1], ("Host", host));
        var written = await Wire.GetAsync($"{_cloud.Endpoint}summer/beach");

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
        Assert.That(answer.Element("Message"), Does.Contain("path style").And.Contain("ForcePathStyle").And.Contain("addressing_style=path").And.Contain("--path-style"));
        Assert.That(written.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task An_API_in_the_host_is_refused_with_the_path_that_it_has()
    {
        var answer = await Wire.GetAsync($"{_cloud.Endpoint}dev/images", ("Host", "images.execute-api.localhost.localstack.cloud:4566"));

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
        Assert.That(answer.Element("Message"), Does.Contain("/_aws/execute-api/{api}/{stage}"));
    }

    [TestCase("localhost")]
    [TestCase("LOCALHOST.:4566")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]:4566")]
    [TestCase("localhost.localstack.cloud")]
    [TestCase("s3.localhost")]
    [TestCase("s3.localhost.localstack.cloud")]
    [TestCase("s3.us-east-1.localhost.localstack.cloud")]
    [TestCase("000000000000.localhost.localstack.cloud")]
    [TestCase("devbox")]
    [TestCase(AllowedHost)]
    public async Task A_host_without_a_bucket_is_served(string host)
    {
        var answer = await Wire.PutAsync($"{_cloud.Endpoint}summer/beach", [1], ("Host", host));
        var written = await Wire.GetAsync($"{_cloud.Endpoint}summer/beach");

        Assert.That((answer.Status, written.Status), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Other_services_may_have_any_name_of_this_machine()
    {
        var answer = await Wire.SendAsync("POST", $"{_cloud.Endpoint}", "{}"u8.ToArray(), ("X-Amz-Target", "DynamoDB_20120810.ListTables"), ("Host", "images.localhost"));

        Assert.That(answer.Status, Is.EqualTo(200));
    }
}
