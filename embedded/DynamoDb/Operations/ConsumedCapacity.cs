using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>The capacity units of a call (AWS: DynamoDB read and write operations).</summary>
internal sealed record ConsumedCapacity(double Units, IReadOnlyList<(string Index, double Units)> Indexes)
{
    private const double ReadUnit = 4096;
    private const double WriteUnit = 1024;

    public static string? Mode(RequestReader request) => request.OneOf("ReturnConsumedCapacity", "INDEXES", "TOTAL", "NONE");

    public static ConsumedCapacity operator +(ConsumedCapacity one, ConsumedCapacity other) => new(
        one.Units + other.Units,
        [.. one.Indexes.Concat(other.Indexes).GroupBy(index => index.Index).Select(index => (index.Key, index.Sum(part => part.Units)))]);

    /// <summary>The units of reading items of this size together: half as many where the read is eventually consistent.</summary>
    public static double OfRead(long bytes, bool consistent) => Math.Max(1, Math.Ceiling(bytes / ReadUnit)) * (consistent ? 1 : 0.5);

    public static ConsumedCapacity OfPage(SecondaryIndex? index, double units) =>
        index is null ? new(units, []) : new(0, [(index.Name, units)]);

    public static ConsumedCapacity OfWrite(TableDefinition table, Written written) => new(
        UnitsOf(Math.Max(written.Old?.ItemSize ?? 0, written.New?.ItemSize ?? 0)),
        [.. table.Indexes.Select(index => (index.Name, OfIndex(index, written.In(index, table)))).Where(index => index.Item2 > 0)]);

    /// <summary>Whether a mode asks for the capacity.</summary>
    public static bool IsWanted([NotNullWhen(true)] string? mode) => mode is "TOTAL" or "INDEXES";

    public void WriteMember(Utf8JsonWriter json, TableReference table, string? mode)
    {
        if (!IsWanted(mode))
            return;
        json.WritePropertyName("ConsumedCapacity");
        Write(json, table, mode);
    }

    /// <param name="json">Where to.</param>
    /// <param name="table">The table, as the request names it.</param>
    /// <param name="mode">TOTAL, or INDEXES with the parts.</param>
    /// <param name="kind">The member that repeats the total as units of reading or of writing, where the operation has it.</param>
    public void Write(Utf8JsonWriter json, TableReference table, string mode, string? kind = null)
    {
        var total = Units + Indexes.Sum(index => index.Units);
        json.WriteStartObject();
        json.WriteString("TableName", table.Given);
        json.WriteNumber("CapacityUnits", total);
        if (kind is not null)
            json.WriteNumber(kind, total);
        if (mode == "INDEXES")
            WriteParts(json);
        json.WriteEndObject();
    }

    private static double UnitsOf(int bytes) => Math.Max(1, Math.Ceiling(bytes / WriteUnit));

    /// <summary>An entry whose key changes is deleted and put; one that stays as it is costs nothing.</summary>
    private static double OfIndex(SecondaryIndex index, Written entry) => entry switch
    {
        (null, null) => 0,
        ({ } old, null) => UnitsOf(old.ItemSize),
        (null, { } added) => UnitsOf(added.ItemSize),
        ({ } old, { } added) when old.Equals(added) => 0,
        ({ } old, { } added) when index.Key.Encode(old) == index.Key.Encode(added) => UnitsOf(Math.Max(old.ItemSize, added.ItemSize)),
        ({ } old, { } added) => UnitsOf(old.ItemSize) + UnitsOf(added.ItemSize),
    };

    private void WriteParts(Utf8JsonWriter json)
    {
        json.WriteStartObject("Table");
        json.WriteNumber("CapacityUnits", Units);
        json.WriteEndObject();
        if (Indexes.Count == 0)
            return;
        json.WriteStartObject("GlobalSecondaryIndexes");
        foreach (var (index, units) in Indexes)
        {
            json.WriteStartObject(index);
            json.WriteNumber("CapacityUnits", units);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
