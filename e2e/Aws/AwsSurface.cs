using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using ImageService.Local;

namespace ImageService.E2E.Aws;

/// <summary>One embedded cloud for all tests of its AWS surface, and the SDK's own clients on it. Each test makes its own bucket or table.</summary>
[SetUpFixture]
public sealed class AwsSurface
{
    private static EmbeddedCloud? _cloud;
    private static AmazonS3Client? _s3;
    private static AmazonDynamoDBClient? _dynamoDb;

    /// <summary>Answers 403 to a presigned URL as it would on AWS: these are the credentials that the cloud knows.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "test");

    public static Uri Endpoint => _cloud!.Endpoint;

    public static IAmazonS3 S3 => _s3!;

    public static IAmazonDynamoDB DynamoDb => _dynamoDb!;

    [OneTimeSetUp]
    public async Task StartTheCloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        var endpoint = _cloud.Endpoint.ToString();
        _s3 = new AmazonS3Client(Credentials, new AmazonS3Config { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 });
        _dynamoDb = new AmazonDynamoDBClient(Credentials, new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    [OneTimeTearDown]
    public async Task StopTheCloud()
    {
        _s3?.Dispose();
        _dynamoDb?.Dispose();
        if (_cloud is not null)
            await _cloud.DisposeAsync();
    }
}
