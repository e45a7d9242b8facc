using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>How large the items of a transaction may be together (AWS: Quotas, transactions).</summary>
internal sealed class TransactionSize
{
    private const long Largest = 4 * 1024 * 1024;

    private long _size;

    /// <summary>Adds an item that is read, or that is there after a write. All are in memory together, so that no more are read or made once they are too large.</summary>
    public void Add(MapValue? item)
    {
        _size += item?.ItemSize ?? 0;
        if (_size > Largest)
            throw TransactionErrors.TooLarge();
    }
}
