using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>A table of one test's own.</summary>
internal sealed record TestTable(string Name)
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    public static string RandomName() => $"table-{Guid.NewGuid():N}";

    /// <summary>Makes a table with the hash key <c>id</c> and, where its type is given, the range key <c>age</c>.</summary>
    public static async Task<TestTable> Make(string id = "S", string? age = null, params GlobalSecondaryIndex[] indexes)
    {
        var request = Request(id, age, indexes);
        await Client.CreateTableAsync(request);
        return new TestTable(request.TableName);
    }

    /// <summary>The request that <see cref="Make"/> sends; indexes have keys of type S, unless they are the table's own.</summary>
    public static CreateTableRequest Request(string id = "S", string? age = null, params GlobalSecondaryIndex[] indexes)
    {
        var types = new Dictionary<string, string> { ["id"] = id };
        if (age is not null)
            types["age"] = age;
        foreach (var key in indexes.SelectMany(index => index.KeySchema))
            types.TryAdd(key.AttributeName, "S");
        return new CreateTableRequest
        {
            TableName = RandomName(),
            KeySchema = Key("id", age is null ? null : "age"),
            AttributeDefinitions = [.. types.Select(type => new AttributeDefinition(type.Key, type.Value))],
            GlobalSecondaryIndexes = indexes.Length == 0 ? null : [.. indexes],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        };
    }

    public static GlobalSecondaryIndex Index(string name, string hash, string? range = null, string projection = "ALL", params string[] include) => new()
    {
        IndexName = name,
        KeySchema = Key(hash, range),
        Projection = new Projection { ProjectionType = projection, NonKeyAttributes = include.Length == 0 ? null : [.. include] },
    };

    public async Task Put(params (string Name, object? Value)[] attributes) =>
        await Client.PutItemAsync(Name, Attributes.Item(attributes));

    /// <summary>The item with an id, on one line.</summary>
    public async Task<string> Get(params (string Name, object? Value)[] key) =>
        Attributes.Show((await Client.GetItemAsync(Name, Attributes.Item(key))).Item);

    /// <summary>Calls an operation with the members given as JSON, and the name of this table.</summary>
    public Task<string> Call(string operation, string members) =>
        RawCall.Outcome(operation, $$"""{"TableName": "{{Name}}", {{members.Replace("$table", Name, StringComparison.Ordinal)}}}""");

    private static List<KeySchemaElement> Key(string hash, string? range) => range is null
        ? [new KeySchemaElement(hash, KeyType.HASH)]
        : [new KeySchemaElement(hash, KeyType.HASH), new KeySchemaElement(range, KeyType.RANGE)];
}
