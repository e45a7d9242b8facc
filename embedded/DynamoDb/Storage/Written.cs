using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>An item before and after a write; null if it did not or does not exist.</summary>
internal readonly record struct Written(MapValue? Old, MapValue? New)
{
    /// <summary>The same write, as an index shows the item.</summary>
    public Written In(SecondaryIndex index, TableDefinition table) => new(index.Project(table, Old), index.Project(table, New));
}
