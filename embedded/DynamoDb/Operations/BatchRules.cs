using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>What batches of reads and of writes share.</summary>
internal static class BatchRules
{
    /// <summary>Refuses an item that is named twice, even if once by the table's name and once by its ARN.</summary>
    public static void CheckDistinct(IReadOnlyCollection<(long TableId, EncodedKey Key)> items)
    {
        if (items.Distinct().Count() != items.Count)
            throw ReadErrors.DuplicateKeys();
    }
}
