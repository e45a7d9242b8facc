using System.Text.Json;
using EmbeddedAws.DynamoDb.Tables;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>The capacity of a call that names several tables: one element for each.</summary>
internal static class CapacityByTable
{
    /// <param name="json">Where to.</param>
    /// <param name="mode">Whether it is wanted, and in which detail.</param>
    /// <param name="parts">The capacity of each part of the call.</param>
    /// <param name="kind">The member that repeats the total as units of reading or of writing, where the operation has it.</param>
    public static void Write(
        Utf8JsonWriter json, string? mode, IEnumerable<(TableReference Table, ConsumedCapacity Capacity)> parts, string? kind = null)
    {
        if (!ConsumedCapacity.IsWanted(mode))
            return;
        json.WriteStartArray("ConsumedCapacity");
        foreach (var table in parts.GroupBy(part => part.Table.Name))
            table.Select(part => part.Capacity).Aggregate((all, one) => all + one).Write(json, table.First().Table, mode, kind);
        json.WriteEndArray();
    }
}
