using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers;
using ImageService.Handlers.Storage;

namespace ImageService.Bench.Throughput;

/// <summary>The calls that the service makes: to S3 with the checksum that it keeps, and to DynamoDB on its own table with its indexes, and with an item of its own.</summary>
internal sealed class ServiceCalls
{
    public const string PutObject = "  its PutObject 100 KB";
    public const string GetObject = "  its GetObject 100 KB";
    public const string DeleteObject = "  its DeleteObject";
    public const string TransactWriteItems = "  its TransactWriteItems";
    public const string GetItem = "  its GetItem";
    public const string DeleteItem = "  its DeleteItem";
    public const string Query = "  its Query of 20 images";

    private const string ObjectToRead = "bench/read";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonDynamoDB _dynamoDb;
    private readonly string _bucket;
    private readonly string _table;
    private readonly string _key;
    private readonly Dictionary<string, AttributeValue> _item;
    private readonly QueryRequest _query;
    private readonly byte[] _bytes = BenchImages.OfBytes(100 * 1024);
    private readonly string _sha256;
    private readonly ConcurrentQueue<AttributeValue> _written = [];
    private readonly ConcurrentQueue<string> _stored = [];

    private ServiceCalls(AwsAccess clients, Settings settings, string key, Dictionary<string, AttributeValue> item, QueryRequest query)
    {
        (_s3, _dynamoDb, _bucket, _table, _key, _item, _query) = (clients.S3, clients.DynamoDb, settings.BucketName, settings.TableName, key, item, query);
        _sha256 = Convert.ToBase64String(SHA256.HashData(_bytes));
    }

    /// <summary>The calls, in an order in which each finds what it needs.</summary>
    public IReadOnlyList<BenchOperation> All =>
    [
        new(PutObject, _ => PutObjectAsync(NewKey())),
        new(GetObject, _ => GetObjectAsync()),
        new(DeleteObject, _ => DeleteObjectAsync(), async _ => _stored.Enqueue(await PutObjectAsync(NewKey()))),
        new(TransactWriteItems, _ => PutAsync()),
        new(GetItem, _ => _dynamoDb.GetItemAsync(new GetItemRequest { TableName = _table, Key = Key(_item[_key]), ConsistentRead = true })),
        new(DeleteItem, _ => DeleteAsync(), async _ => _written.Enqueue((await PutAsync())[_key])),
        new(Query, _ => QueryAsync()),
    ];

    /// <summary>Takes an image that is stored as the pattern of those that are written.</summary>
    public static async Task<ServiceCalls> LikeAsync(AwsAccess clients, Settings settings)
    {
        var (dynamoDb, tableName) = (clients.DynamoDb, settings.TableName);
        var table = (await dynamoDb.DescribeTableAsync(tableName)).Table;
        var index = table.GlobalSecondaryIndexes[0];
        var partitionKey = index.KeySchema[0].AttributeName;
        var item = (await dynamoDb.ScanAsync(new ScanRequest { TableName = tableName, IndexName = index.IndexName, Limit = 1 })).Items[0];
        var query = new QueryRequest
        {
            TableName = tableName,
            IndexName = index.IndexName,
            KeyConditionExpression = "#partition = :partition",
            ExpressionAttributeNames = new() { ["#partition"] = partitionKey },
            ExpressionAttributeValues = new() { [":partition"] = item[partitionKey] },
            ScanIndexForward = false,
            // One more than the page, as the service reads.
            Limit = 21,
        };
        var calls = new ServiceCalls(clients, settings, table.KeySchema[0].AttributeName, item, query);
        await calls.PutObjectAsync(ObjectToRead);
        // One of its own, which no other operation deletes.
        return new ServiceCalls(clients, settings, calls._key, await calls.PutAsync(), query);
    }

    public Task QueryAsync() => _dynamoDb.QueryAsync(_query);

    private async Task<Dictionary<string, AttributeValue>> PutAsync()
    {
        // The id is the key, and part of the keys of the indexes.
        var (id, another) = (_item[_key].S, Guid.CreateVersion7().ToString());
        var item = _item.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.S is { } text ? new AttributeValue(text.Replace(id, another, StringComparison.Ordinal)) : attribute.Value);
        var put = new Put { TableName = _table, Item = item, ConditionExpression = $"attribute_not_exists({_key})" };
        await _dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = put }] });
        return item;
    }

    private static string NewKey() => $"bench/{Guid.CreateVersion7()}";

    private async Task<string> PutObjectAsync(string key)
    {
        using var stream = new MemoryStream(_bytes);
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = key, InputStream = stream, ContentType = OnePixel.ContentType, ChecksumSHA256 = _sha256 });
        return key;
    }

    private async Task GetObjectAsync()
    {
        using var answer = await _s3.GetObjectAsync(new GetObjectRequest { BucketName = _bucket, Key = ObjectToRead });
        await answer.ResponseStream.ReadExactlyAsync(new byte[answer.ContentLength]);
    }

    private async Task DeleteObjectAsync()
    {
        if (!_stored.TryDequeue(out var key))
            throw new InvalidOperationException("There is nothing to delete.");
        await _s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _bucket, Key = key });
    }

    private async Task DeleteAsync()
    {
        if (!_written.TryDequeue(out var key))
            throw new InvalidOperationException("There is nothing to delete.");
        await _dynamoDb.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = _table,
            Key = Key(key),
            ConditionExpression = $"attribute_exists({_key})",
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        });
    }

    private Dictionary<string, AttributeValue> Key(AttributeValue value) => new() { [_key] = value };
}
