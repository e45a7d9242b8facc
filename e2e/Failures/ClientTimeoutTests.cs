using Amazon.Runtime;
using ImageService.Handlers;
using ImageService.Handlers.Storage;

namespace ImageService.E2E.Failures;

/// <summary>How long the clients of S3 and DynamoDB wait. Nothing on this machine makes a connection hang, so the tests look at the configuration of the clients.</summary>
public sealed class ClientTimeoutTests
{
    private static readonly Settings OnAws = new() { BucketName = "images", TableName = "images", Region = "eu-central-1" };
    private static readonly Settings Elsewhere = OnAws with { AwsEndpoint = new Uri("http://localhost:4566") };

    [Test]
    public void All_attempts_end_before_the_deadline_of_27_seconds([Values] bool isOnAws)
    {
        using var s3 = AwsClients.S3(isOnAws ? OnAws : Elsewhere, new AnonymousAWSCredentials());
        using var dynamoDb = AwsClients.DynamoDb(isOnAws ? OnAws : Elsewhere, new AnonymousAWSCredentials());

        Assert.That(Waits(s3.Config), Is.EqualTo((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), RequestRetryMode.Standard, 2)));
        Assert.That(Waits(dynamoDb.Config), Is.EqualTo((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), RequestRetryMode.Standard, 2)));
    }

    private static (TimeSpan? Connection, TimeSpan? Attempt, RequestRetryMode Mode, int Retries) Waits(IClientConfig config) =>
        (((ClientConfig)config).ConnectTimeout, config.Timeout, config.RetryMode, config.MaxErrorRetry);
}
