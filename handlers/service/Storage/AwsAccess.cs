using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace ImageService.Handlers.Storage;

/// <summary>The clients by which the operations call AWS. Their connections last from one request to the next.</summary>
public sealed class AwsAccess : IDisposable
{
    /// <summary>Makes the clients.</summary>
    /// <param name="settings">The region, and the endpoints when not on AWS.</param>
    /// <param name="credentials">Who calls and signs; null asks the SDK's chain, which finds the role of a function.</param>
    /// <param name="time">The clock by which presigned URLs expire.</param>
    public AwsAccess(Settings settings, AWSCredentials? credentials, TimeProvider time)
    {
        S3 = AwsClients.S3(settings, credentials);
        DynamoDb = AwsClients.DynamoDb(settings, credentials);
        Presigner = new Presigner(settings, credentials, time);
    }

    /// <summary>Calls S3.</summary>
    public IAmazonS3 S3 { get; }

    /// <summary>Calls DynamoDB.</summary>
    public IAmazonDynamoDB DynamoDb { get; }

    /// <summary>Signs URLs of S3.</summary>
    public Presigner Presigner { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        S3.Dispose();
        DynamoDb.Dispose();
        Presigner.Dispose();
    }
}
