using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace ImageService.E2E.Clouds;

/// <summary>
/// The clients with which tests look at a cloud and prepare it. They have the SDK's own timeouts: those of the service are short, and a request of theirs that is sent
/// again because the machine is busy, such as CreateTable, is refused.
/// </summary>
internal static class TestClients
{
    private const string Region = "us-east-1";

    public static IAmazonS3 S3(Uri endpoint, AWSCredentials credentials) =>
        new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = endpoint.ToString(), AuthenticationRegion = Region, ForcePathStyle = true });

    public static IAmazonDynamoDB DynamoDb(Uri endpoint, AWSCredentials credentials) =>
        new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = Region });
}
