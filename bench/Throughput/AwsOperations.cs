using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.Bench.Throughput;

/// <summary>The AWS operations that are compared, each with its name, through the SDK.</summary>
internal sealed class AwsOperations : IDisposable
{
    private const string PutObject = "S3 PutObject 100 KB";
    private const string GetObject = "S3 GetObject 100 KB";
    private const string DeleteObject = "S3 DeleteObject";
    private const string PutItem = "DynamoDB PutItem";
    private const string GetItem = "DynamoDB GetItem";
    private const string DeleteItem = "DynamoDB DeleteItem";
    private const string Query = "DynamoDB Query 20 items";

    private const string Bucket = "bench-bucket";
    private const string Table = "Bench";
    private const string Partition = "partition";
    private const int ItemsOfQuery = 20;

    private readonly IAmazonS3 _s3;
    private readonly IAmazonDynamoDB _dynamoDb;
    private readonly byte[] _bytes = new byte[100 * 1024];

    /// <param name="s3">Where S3 is.</param>
    /// <param name="dynamoDb">Where DynamoDB is.</param>
    public AwsOperations(Uri s3, Uri dynamoDb)
    {
        Random.Shared.NextBytes(_bytes);
        _s3 = AwsClients.S3(At(s3), ServiceDeployment.Credentials);
        _dynamoDb = AwsClients.DynamoDb(At(dynamoDb), ServiceDeployment.Credentials);
    }

    /// <summary>The operations that S3 has, in the order in which they can be sent.</summary>
    public IReadOnlyList<BenchOperation> OfS3 =>
    [
        new(PutObject, number => PutAsync($"put/{number % 1000}")),
        new(GetObject, _ => GetAsync("read")),
        new(DeleteObject, number => _s3.DeleteObjectAsync(Bucket, $"gone/{number}"), number => PutAsync($"gone/{number}")),
    ];

    /// <summary>The operations that DynamoDB has.</summary>
    public IReadOnlyList<BenchOperation> OfDynamoDb =>
    [
        new(PutItem, number => PutItemAsync("written", number % 1000)),
        new(GetItem, _ => _dynamoDb.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key(Partition, 1), ConsistentRead = true })),
        new(DeleteItem, number => _dynamoDb.DeleteItemAsync(Table, Key("gone", number)), number => PutItemAsync("gone", number)),
        new(Query, _ => _dynamoDb.QueryAsync(new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new() { [":pk"] = new(Partition) },
            Limit = ItemsOfQuery,
        })),
    ];

    /// <summary>Makes what the operations work on.</summary>
    public async Task PrepareAsync(bool s3 = true, bool dynamoDb = true)
    {
        if (s3)
        {
            await UnlessThereAsync(() => _s3.PutBucketAsync(Bucket));
            await PutAsync("read");
        }

        if (dynamoDb)
            await PrepareTableAsync();
    }

    public void Dispose()
    {
        _s3.Dispose();
        _dynamoDb.Dispose();
    }

    private async Task PrepareTableAsync()
    {
        await UnlessThereAsync(() => _dynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
        }));
        for (var number = 0; number < ItemsOfQuery; number++)
            await PutItemAsync(Partition, number);
    }

    /// <summary>Makes something, unless a peer has it from an earlier run.</summary>
    private static async Task UnlessThereAsync(Func<Task> make)
    {
        try
        {
            await make();
        }
        catch (AmazonServiceException there) when (there.ErrorCode is "BucketAlreadyOwnedByYou" or "BucketAlreadyExists" or "ResourceInUseException")
        {
        }
    }

    private static Settings At(Uri endpoint) => new() { BucketName = Bucket, TableName = Table, Region = "us-east-1", AwsEndpoint = endpoint };

    private static Dictionary<string, AttributeValue> Key(string partition, int number) => new() { ["pk"] = new(partition), ["sk"] = new($"{number:0000}") };

    private Task<PutObjectResponse> PutAsync(string key) => _s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(_bytes), UseChunkEncoding = false });

    private async Task GetAsync(string key)
    {
        using var answer = await _s3.GetObjectAsync(Bucket, key);
        await answer.ResponseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>About the 600 bytes of an image's item.</summary>
    private Task<PutItemResponse> PutItemAsync(string partition, int number) => _dynamoDb.PutItemAsync(
        new PutItemRequest { TableName = Table, Item = new(Key(partition, number)) { ["text"] = new(new string('x', 500)), ["number"] = new() { N = $"{number}" } } });
}
