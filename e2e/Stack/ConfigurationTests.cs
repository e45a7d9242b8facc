using ImageService.Stack;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ImageService.E2E.Stack;

/// <summary>The configuration of a stack: its faults are reported before anything is deployed.</summary>
public sealed class ConfigurationTests
{
    [TestCase("localEndpoint", "localhost:4566", "a URL such as http://localhost:4566, without a path")]
    [TestCase("localEndpoint", "http://localhost:4566/api", "a URL such as http://localhost:4566, without a path")]
    [TestCase("architecture", "arm", "one of arm64, x86_64")]
    [TestCase("compile", "native", "one of readytorun, aot")]
    [TestCase("memoryMegabytes", "127", "a whole number from 128 to 10240")]
    [TestCase("memoryMegabytes", "1 GB", "a whole number from 128 to 10240")]
    [TestCase("variantMemoryMegabytes", "127", "a whole number from 128 to 10240")]
    [TestCase("variantSizes", "320,640", "whole numbers such as 320 640")]
    [TestCase("variantMaxPixels", "0", "a whole number from 1 to 2147483647")]
    [TestCase("variantMaxBytes", "64 MiB", "a whole number from 1 to 2147483647")]
    [TestCase("variantDays", "0", "a whole number from 1 to 3650")]
    [TestCase("timeoutSeconds", "30", "a whole number from 3 to 29")]
    [TestCase("collectorTimeoutSeconds", "59", "a whole number from 60 to 900")]
    [TestCase("collectorTimeoutSeconds", "901", "a whole number from 60 to 900")]
    [TestCase("reservedConcurrency", "0", "a whole number from 1 to 1000")]
    [TestCase("listShards", "0", "a whole number from 1 to 64")]
    [TestCase("listShards", "65", "a whole number from 1 to 64")]
    [TestCase("tracing", "yes", "true or false")]
    [TestCase("versioning", "True", "true or false")]
    [TestCase("corsOrigin", "example.com", "* or an origin such as https://example.com")]
    [TestCase("corsOrigin", "https://example.com/", "* or an origin such as https://example.com")]
    [TestCase("stage", "dev/1", "letters, digits, - and _")]
    [TestCase("bucketName", "Images", "a bucket name")]
    [TestCase("tableName", "no spaces", "a table name")]
    [TestCase("requestsPerSecond", "0", "a number above 0")]
    [TestCase("requestsPerSecond", "NaN", "a number above 0")]
    [TestCase("requestBurst", "-1", "a whole number from 1 to 100000")]
    [TestCase("apiKeyRequired", "no", "true or false")]
    [TestCase("rateLimit", "0", "a number above 0")]
    [TestCase("burstLimit", "0", "a whole number from 1 to 100000")]
    [TestCase("uploadRateLimit", "fast", "a number above 0")]
    [TestCase("uploadBurstLimit", "1.5", "a whole number from 1 to 100000")]
    [TestCase("noncurrentVersionDays", "0", "a whole number from 1 to 3650")]
    [TestCase("infrequentAccessDays", "7", "a whole number from 30 to 3650")]
    [TestCase("alarmTopicArn", "alarms", "the ARN of an SNS topic")]
    [TestCase("alarmServerErrorRate", "1%", "a number above 0")]
    public void A_wrong_value_is_named_with_what_it_has_to_be(string key, string value, string expected)
    {
        var wrong = Assert.Throws<RunException>(() => StackRun.Settings("prod", (key, value)));

        Assert.That(wrong!.Message, Does.Contain($"image-service:{key} is '{value}', but must be {expected}."));
    }

    [Test]
    public void A_retention_that_CloudWatch_does_not_have_is_wrong()
    {
        var wrong = Assert.Throws<RunException>(() => StackRun.Settings("prod", ("logRetentionDays", "31")));

        Assert.That(wrong!.Message, Does.Contain("image-service:logRetentionDays is '31', but must be one of 1, 3, 5, 7, 14, 30,"));
    }

    [Test]
    public void All_that_is_wrong_is_told_at_once()
    {
        var wrong = Assert.Throws<RunException>(
            () => StackRun.Settings("prod", ("tracing", "on"), ("timeoutSeconds", "900"), ("logRetentionDays", "x")));

        Assert.That(wrong!.Message.Split('\n'), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task A_stack_without_any_configuration_is_a_whole_one_on_AWS()
    {
        var mocks = new AwsMocks();

        var resources = await Pulumi.Deployment.TestAsync<ImageStack>(
            mocks, new TestOptions { ProjectName = "image-service", StackName = "test", IsPreview = false });

        var url = await OutputUtilities.GetValueAsync(resources.OfType<ImageStack>().Single().ApiUrl);
        Assert.That(url, Is.EqualTo("https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/dev"));
        Assert.That(mocks.Registered.Select(resource => resource.Inputs["name"]?.ToString()), Does.Contain("image-service-test-uploadImage"));
    }

    [Test]
    public async Task A_preview_runs_before_anything_is_known()
    {
        var mocks = new AwsMocks();

        await Pulumi.Deployment.TestAsync<ImageStack>(
            mocks, new TestOptions { ProjectName = "image-service", StackName = "test", IsPreview = true });

        Assert.That(mocks.Registered.Select(resource => resource.Type), Does.Contain("aws:apigateway/stage:Stage"));
    }
}
