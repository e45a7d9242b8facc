using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace ImageService.Bench.Throughput;

/// <summary>The calls that the service makes to DynamoDB, on its own table with its indexes, and with an item of its own.</summary>
internal sealed class ServiceCalls
{
    public const string PutItem = "  its PutItem";
    public const string GetItem = "  its GetItem";
    public const string DeleteItem = "  its DeleteItem";
    public const string Query = "  its Query of 20 images";

    private readonly IAmazonDynamoDB _dynamoDb;
    private readonly string _table;
    private readonly string _key;
    private readonly Dictionary<string, AttributeValue> _item;
    private readonly QueryRequest _query;
    private readonly ConcurrentQueue<AttributeValue> _written = [];

    private ServiceCalls(IAmazonDynamoDB dynamoDb, string table, string key, Dictionary<string, AttributeValue> item, QueryRequest query) =>
        (_dynamoDb, _table, _key, _item, _query) = (dynamoDb, table, key, item, query);

    /// <summary>The calls, in an order in which each finds what it needs.</summary>
    public IReadOnlyList<BenchOperation> All =>
    [
        new(PutItem, _ => PutAsync()),
        new(GetItem, _ => _dynamoDb.GetItemAsync(new GetItemRequest { TableName = _table, Key = Key(_item[_key]), ConsistentRead = true })),
        new(DeleteItem, _ => DeleteAsync(), async _ => _written.Enqueue((await PutAsync())[_key])),
        new(Query, _ => QueryAsync()),
    ];

    /// <summary>Takes an image that is stored as the pattern of those that are written.</summary>
    public static async Task<ServiceCalls> LikeAsync(IAmazonDynamoDB dynamoDb, string tableName)
    {
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
        var calls = new ServiceCalls(dynamoDb, tableName, table.KeySchema[0].AttributeName, item, query);
        // One of its own, which no other operation deletes.
        return new ServiceCalls(dynamoDb, tableName, calls._key, await calls.PutAsync(), query);
    }

    public Task QueryAsync() => _dynamoDb.QueryAsync(_query);

    private async Task<Dictionary<string, AttributeValue>> PutAsync()
    {
        // The id is the key, and part of the keys of the indexes.
        var (id, another) = (_item[_key].S, Guid.CreateVersion7().ToString());
        var item = _item.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.S is { } text ? new AttributeValue(text.Replace(id, another, StringComparison.Ordinal)) : attribute.Value);
        await _dynamoDb.PutItemAsync(new PutItemRequest { TableName = _table, Item = item, ConditionExpression = $"attribute_not_exists({_key})" });
        return item;
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
