using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace ImageService.Handlers.Storage;

/// <summary>
/// Makes the clients of S3 and DynamoDB. An attempt that hangs is given up early enough for another one, and all end
/// before the 29 s of API Gateway, which <see cref="ImageApi"/> guards with a deadline over the whole operation.
/// </summary>
public static class AwsClients
{
    /// <summary>Two more tries with jitter: enough for a throttled moment, few enough for the deadline.</summary>
    private const int Retries = 2;

    /// <summary>4 MiB take well under a second within a region; what takes longer than this hangs.</summary>
    private static readonly TimeSpan S3Attempt = TimeSpan.FromSeconds(8);

    /// <summary>DynamoDB answers in milliseconds; a page of 1 MB in some hundred.</summary>
    private static readonly TimeSpan DynamoDbAttempt = TimeSpan.FromSeconds(4);

    /// <summary>A client of S3 whose attempts end before the gateway gives up; away from AWS the bucket is in the path.</summary>
    /// <param name="settings">The region, and the endpoint when not on AWS.</param>
    /// <param name="credentials">Who calls; null asks the SDK's chain, which finds the role of a function.</param>
    public static IAmazonS3 S3(Settings settings, AWSCredentials? credentials = null)
    {
        var s3 = new AmazonS3Config
        {
            // A name such as bucket.localhost does not resolve everywhere: away from AWS the bucket is in the path.
            ForcePathStyle = settings.AwsEndpoint is not null,
            // The bytes of an image are compared with the SHA-256 of its item, and not once more with the one that S3 keeps with them.
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        var config = Configure(s3, settings, S3Attempt);
        return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }

    /// <summary>A client of DynamoDB whose attempts end before the gateway gives up.</summary>
    /// <param name="settings">The region, and the endpoint when not on AWS.</param>
    /// <param name="credentials">Who calls; null asks the SDK's chain, which finds the role of a function.</param>
    public static IAmazonDynamoDB DynamoDb(Settings settings, AWSCredentials? credentials = null)
    {
        var config = Configure(new AmazonDynamoDBConfig(), settings, DynamoDbAttempt);
        return credentials is null ? new DynamoDbClient(config) : new DynamoDbClient(credentials, config);
    }

    private static T Configure<T>(T config, Settings settings, TimeSpan attempt)
        where T : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        config.Timeout = attempt;
        config.ConnectTimeout = TimeSpan.FromSeconds(2);
        if (settings.AwsEndpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = settings.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }

        return config;
    }
}
