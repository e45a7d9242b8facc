using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.Storage;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>
/// Deletes the items whose time is over: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html. AWS does so within a few days, this
/// within a minute.
/// </summary>
internal sealed class ExpiredItems(Database database, TableStore tables, ItemStore items, TimeProvider time)
{
    /// <summary>How often to look.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>An older time is taken for a mistake.</summary>
    private const int MostYears = 5;

    private const int Batch = 100;

    public async Task DeleteAsync()
    {
        foreach (var table in tables.WithExpiry)
        {
            var (from, to) = (SecondsOf(time.GetUtcNow().AddYears(-MostYears)), SecondsOf(time.GetUtcNow()));
            foreach (var keys in Find(table, from, to).Chunk(Batch))
                await Task.WhenAll(keys.Select(key => DeleteAsync(table, key, from, to)));
        }
    }

    /// <summary>Deletes an item that has expired still: it may have changed since it was found.</summary>
    private Task<Written> DeleteAsync(TableDefinition table, EncodedKey key, byte[] from, byte[] to) => items.WriteAsync(new ItemChange(table, key, old =>
        old is not null && tables.Latest(table).Settings.Expiry is { } expiry && expiry.Key.Covers(old) && IsBetween(expiry.Key.Encode(old).Hash, from, to) ? null : old)
    {
        Deletes = true,
    });

    private List<EncodedKey> Find(TableDefinition table, byte[] from, byte[] to) => database.Read(connection =>
    {
        using var select = connection.Command(
            "SELECT item_hash_key, item_range_key FROM index_entries WHERE table_id = $table AND index_number = $number AND hash_key > $from AND hash_key <= $to",
            ("$table", table.Id),
            ("$number", TableSettings.ExpiryNumber),
            ("$from", from),
            ("$to", to));
        using var rows = select.ExecuteReader();
        var keys = new List<EncodedKey>();
        while (rows.Read())
            keys.Add(new EncodedKey((byte[])rows[0], (byte[])rows[1]));
        return keys;
    });

    private static bool IsBetween(byte[] expires, byte[] from, byte[] to) =>
        expires.AsSpan().SequenceCompareTo(from) > 0 && expires.AsSpan().SequenceCompareTo(to) <= 0;

    private static byte[] SecondsOf(DateTimeOffset moment) =>
        KeyEncoding.Encode(new NumberValue(Number.Parse(moment.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))));
}
