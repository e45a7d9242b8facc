using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A table as CreateTable made it; nothing changes it afterwards.</summary>
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

    public string Arn => ArnOf(Name);

    public static string ArnOf(string table) => $"arn:aws:dynamodb:us-east-1:000000000000:table/{table}";

    public static string IndexArnOf(string table, string index) => $"{ArnOf(table)}/index/{index}";

    public SecondaryIndex Index(string name) =>
        Indexes.FirstOrDefault(index => index.Name == name) ?? throw TableErrors.NoIndex(name);
}
