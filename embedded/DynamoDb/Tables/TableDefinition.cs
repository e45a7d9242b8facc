using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A table as CreateTable made it and others have changed it since.</summary>
internal sealed record TableDefinition(
    string Name,
    IReadOnlyList<KeyAttribute> AttributeDefinitions,
    KeySchema Key,
    IReadOnlyList<SecondaryIndex> Indexes,
    string BillingMode,
    Throughput Throughput,
    bool DeletionProtected)
{
    /// <summary>The number under which the store keeps the table's items; it is never used again.</summary>
    public long Id { get; init; }

    /// <summary>The id that clients see.</summary>
    public Guid TableId { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>The key that the items are encrypted with, as the account sees it; null for the one that DynamoDB owns. Nothing is encrypted here.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>The class of the storage, where a client has chosen it; it has no effect here.</summary>
    public string? TableClass { get; init; }

    /// <summary>The settings that are not part of CreateTable's definition.</summary>
    public TableSettings Settings { get; init; } = TableSettings.None;

    /// <summary>All that is kept sorted by keys in addition to the items: the indexes, and the order of expiry.</summary>
    public IEnumerable<SecondaryIndex> Sorted => Settings.Expiry is { } expiry ? Indexes.Append(expiry) : Indexes;

    public string Arn => ArnOf(Name);

    public static string ArnOf(string table) => $"arn:aws:dynamodb:us-east-1:000000000000:table/{table}";

    public static string IndexArnOf(string table, string index) => $"{ArnOf(table)}/index/{index}";

    public SecondaryIndex Index(string name) =>
        Indexes.FirstOrDefault(index => index.Name == name) ?? throw TableErrors.NoIndex(name);
}
