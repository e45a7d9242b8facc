using Amazon.Runtime;
using ImageService.Handlers;
using ImageService.Local.Gateway;

namespace ImageService.Local.Deployment;

/// <summary>The service, deployed to an embedded cloud: its bucket, its table, its functions and its API.</summary>
public sealed class ImageApi : IDisposable
{
    /// <summary>LocalStack's credentials; the embedded cloud knows them too.</summary>
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("test", "test");

    private readonly IDisposable[] _clients;

    private ImageApi(Uri url, params IDisposable[] clients)
    {
        Url = url;
        _clients = clients;
    }

    /// <summary>The base URL of the API: <c>http://localhost:4566/restapis/images/dev/_user_request_</c>.</summary>
    public Uri Url { get; }

    /// <summary>Deploys the service; a bucket and a table that are there already stay as they are.</summary>
    /// <param name="cloud">Where to.</param>
    /// <param name="options">What differs from the usual; null for nothing.</param>
    public static async Task<ImageApi> DeployAsync(EmbeddedCloud cloud, ImageApiOptions? options = null)
    {
        options ??= new ImageApiOptions();
        var settings = new Settings
        {
            BucketName = "image-storage-bucket",
            TableName = "ImageMetadata",
            Region = "us-east-1",
            AwsEndpoint = cloud.Endpoint,
            CorsOrigin = options.CorsOrigin,
        };
        var s3 = AwsClients.S3(settings, Credentials);
        var dynamoDb = AwsClients.DynamoDb(settings, Credentials);
        await Resources.CreateAsync(s3, dynamoDb, settings);

        var functions = new Functions(settings, s3, dynamoDb, options.Time, new FailureLog(options.Log).Write);
        var api = new Api("images", "dev", functions.InvokeAsync, options.FunctionTimeout);
        return new ImageApi(cloud.Deploy(api), s3, dynamoDb);
    }

    /// <summary>Disposes the clients of the functions; the API answers no longer.</summary>
    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }
}
