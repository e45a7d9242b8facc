using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>
/// The capacity of a transaction, by table: each item is written twice, to prepare and to commit, and read twice by a transaction that
/// reads or that was done before. Indexes follow outside of it.
/// </summary>
internal static class TransactionCapacity
{
    private const int Phases = 2;

    public static void OfWrites(Utf8JsonWriter json, string? mode, IEnumerable<ItemWrite> writes, Transacted transacted) => CapacityByTable.Write(
        json,
        mode,
        writes.Zip(transacted.Items, (write, written) => (write.TableName, Of(write.Change.Table, written, transacted.IsRepeated))),
        transacted.IsRepeated ? "ReadCapacityUnits" : "WriteCapacityUnits");

    public static void OfReads(Utf8JsonWriter json, string? mode, IEnumerable<(TableReference Table, MapValue? Item)> reads) =>
        CapacityByTable.Write(json, mode, reads.Select(read => (read.Table, OfRead(read.Item))), "ReadCapacityUnits");

    private static ConsumedCapacity Of(TableDefinition table, Written written, bool isRepeated)
    {
        if (isRepeated)
            return OfRead(written.Old);
        var once = ConsumedCapacity.OfWrite(table, written);
        return once with { Units = Phases * once.Units };
    }

    private static ConsumedCapacity OfRead(MapValue? item) =>
        ConsumedCapacity.OfPage(null, Phases * ConsumedCapacity.OfRead(item?.ItemSize ?? 0, consistent: true));
}
