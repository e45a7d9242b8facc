using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace EmbeddedAws.Tests;

/// <summary>One embedded cloud for all tests of its AWS surface, and the SDK's own clients on it. Each test makes its own bucket or table.</summary>
[SetUpFixture]
public sealed class AwsSurface
{
    private static EmbeddedCloud? _cloud;
    private static IAmazonS3? _s3;
    private static IAmazonDynamoDB? _dynamoDb;

    /// <summary>The origins of the pages of some tests; the cloud lets in no others.</summary>
    private static readonly string[] Origins =
        ["https://pages.example.com", "https://other.example.com", "https://a.example.com", "https://a.b.example.com", "https://example.com", "https://ü.example.com"];

    /// <summary>Answers 403 to a presigned URL as it would on AWS: these are the credentials that the cloud knows.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "test");

    public static Uri Endpoint => _cloud!.Endpoint;

    public static IAmazonS3 S3 => _s3!;

    public static IAmazonDynamoDB DynamoDb => _dynamoDb!;

    [OneTimeSetUp]
    public async Task StartTheCloud()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { AllowedOrigins = Origins });
        (_s3, _dynamoDb) = (S3Of(_cloud, Credentials), DynamoDbOf(_cloud, Credentials));
    }

    [OneTimeTearDown]
    public async Task StopTheCloud()
    {
        _s3?.Dispose();
        _dynamoDb?.Dispose();
        if (_cloud is not null)
            await _cloud.DisposeAsync();
    }

    /// <summary>A client that tries once.</summary>
    public static IAmazonS3 S3Of(EmbeddedCloud cloud, AWSCredentials credentials) => new AmazonS3Client(credentials, new AmazonS3Config
    {
        ServiceURL = cloud.Endpoint.ToString(),
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        MaxErrorRetry = 0,
    });

    /// <summary>A client that tries once.</summary>
    public static IAmazonDynamoDB DynamoDbOf(EmbeddedCloud cloud, AWSCredentials credentials) => new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig
    {
        ServiceURL = cloud.Endpoint.ToString(),
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });
}
