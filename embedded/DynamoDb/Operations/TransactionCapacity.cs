using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>
/// The capacity of a transaction, by table: each item is written twice, to prepare and to commit; where the transaction was done
/// before, it is read twice. Indexes follow outside of it.
/// </summary>
internal static class TransactionCapacity
{
    private const int Phases = 2;

    public static void Write(Utf8JsonWriter json, string? mode, IEnumerable<ItemChange> changes, Transacted transacted)
    {
        if (mode is not ("TOTAL" or "INDEXES"))
            return;
        json.WriteStartArray("ConsumedCapacity");
        foreach (var table in changes.Zip(transacted.Items).GroupBy(item => item.First.Table.Name, item => Of(item.First, item.Second, transacted.IsRepeated)))
            table.Aggregate((all, one) => all + one).Write(json, mode, transacted.IsRepeated ? "ReadCapacityUnits" : "WriteCapacityUnits");
        json.WriteEndArray();
    }

    private static ConsumedCapacity Of(ItemChange change, Written written, bool isRepeated)
    {
        var once = isRepeated
            ? ConsumedCapacity.OfPage(change.Table, null, ConsumedCapacity.OfRead(written.Old?.ItemSize ?? 0, consistent: true))
            : ConsumedCapacity.OfWrite(change.Table, written);
        return once with { Units = Phases * once.Units };
    }
}
