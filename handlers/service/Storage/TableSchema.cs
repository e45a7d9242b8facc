namespace ImageService.Handlers.Storage;

/// <summary>The DynamoDB type of a key attribute.</summary>
public enum KeyAttributeType
{
    /// <summary>A string, sorted by its bytes in UTF-8.</summary>
    S,

    /// <summary>A number.</summary>
    N,
}

/// <summary>A partition key or sort key of a table or an index.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">The attribute's type.</param>
public sealed record KeyAttribute(string Name, KeyAttributeType Type);

/// <summary>A global secondary index; it projects all attributes.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">Items that share it are queried together.</param>
/// <param name="SortKey">Their order.</param>
public sealed record TableIndex(string Name, KeyAttribute PartitionKey, KeyAttribute SortKey);

/// <summary>The keys and indexes of the table: what is deployed is made from this, and what is queried too.</summary>
public static class TableSchema
{
    /// <summary>The partition key of the table: the id of an image.</summary>
    public static readonly KeyAttribute Id = new("id", KeyAttributeType.S);

    /// <summary>The condition of a new item: the table has none with its key.</summary>
    internal static readonly string IsNew = $"attribute_not_exists({Id.Name})";

    /// <summary>When DynamoDB may remove an item, in seconds since 1970; items without it, such as all images, stay.</summary>
    public const string TimeToLive = "expiresAt";

    /// <summary>Newest first: ids of version 7 sort by creation.</summary>
    public static readonly TableIndex ByCreated = new("byCreated", Shard, Id);

    /// <summary>By the form in which file names are matched, then by id.</summary>
    public static readonly TableIndex ByFileName = new("byFileName", Shard, new KeyAttribute("fileNameKey", KeyAttributeType.S));

    /// <summary>The images of an owner; those without one are not in it.</summary>
    public static readonly TableIndex ByOwner = new("byOwner", new KeyAttribute("owner", KeyAttributeType.S), Id);

    /// <summary>The indexes that a deployment creates; each projects all attributes.</summary>
    public static readonly IReadOnlyList<TableIndex> Indexes = [ByCreated, ByFileName, ByOwner];

    /// <summary>
    /// Spreads the indexes over all images over several partitions: one takes 1,000 writes a second
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html).
    /// </summary>
    private static KeyAttribute Shard => new("shard", KeyAttributeType.N);
}
