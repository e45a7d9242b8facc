using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>How large the items of a transaction may be together (AWS: Quotas, transactions).</summary>
internal static class TransactionSize
{
    private const long Largest = 4 * 1024 * 1024;

    /// <param name="items">All items that are read, or that are there after the writes.</param>
    public static void Check(IEnumerable<MapValue?> items)
    {
        if (items.Sum(item => (long)(item?.ItemSize ?? 0)) > Largest)
            throw TransactionErrors.TooLarge();
    }
}
