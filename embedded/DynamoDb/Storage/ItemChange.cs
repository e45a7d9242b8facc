using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>A change of one item.</summary>
/// <param name="Table">The item's table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Apply">Gives the new item from the old one, null for none; it throws to leave all as it is.</param>
internal readonly record struct ItemChange(TableDefinition Table, EncodedKey Key, Func<MapValue?, MapValue?> Apply)
{
    /// <summary>Whether the item is deleted, so that the change frees space.</summary>
    public bool Deletes { get; init; }
}
