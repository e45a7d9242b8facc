using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A global secondary index: a second key, and which attributes it shows.</summary>
/// <param name="Number">The index's number in its table, from 1.</param>
/// <param name="Name">The index's name.</param>
/// <param name="Key">The index's own key.</param>
/// <param name="ProjectionType"><c>KEYS_ONLY</c>, <c>INCLUDE</c> or <c>ALL</c>.</param>
/// <param name="NonKeyAttributes">What <c>INCLUDE</c> adds to the keys.</param>
/// <param name="Throughput">What was asked for, in provisioned mode.</param>
internal sealed record SecondaryIndex(
    int Number, string Name, KeySchema Key, string ProjectionType, IReadOnlyList<string> NonKeyAttributes, Throughput Throughput)
{
    public bool ProjectsAll => ProjectionType == "ALL";

    /// <summary>Whether the index shows an attribute of its table's items.</summary>
    public bool Projects(TableDefinition table, string attribute) =>
        ProjectsAll || Key.Contains(attribute) || table.Key.Contains(attribute) || NonKeyAttributes.Contains(attribute);

    /// <summary>An item as the index shows it, or null where the index leaves it out.</summary>
    public MapValue? Project(TableDefinition table, MapValue? item)
    {
        if (item is null || !Key.Covers(item))
            return null;
        return ProjectsAll
            ? item
            : new MapValue(item.Attributes.Where(attribute => Projects(table, attribute.Key)).ToDictionary());
    }
}

/// <summary>Provisioned capacity; zero in the mode that is billed by request.</summary>
internal readonly record struct Throughput(long Read, long Write);
