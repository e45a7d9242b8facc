using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>The limits of an item (AWS: Quotas, items).</summary>
internal static class ItemRules
{
    /// <summary>In bytes.</summary>
    public const int LargestItem = 400 * 1024;
    private const int DeepestNesting = 32;

    public static void CheckPut(MapValue item)
    {
        if (item.ItemSize > LargestItem)
            throw ValueErrors.ItemTooLarge();
    }

    /// <summary>An update can also nest what it adds too deep; a put was refused for that when it was read.</summary>
    public static void CheckUpdated(MapValue item)
    {
        if (item.Depth - 1 > DeepestNesting)
            throw ValueErrors.TooDeep();
        if (item.ItemSize > LargestItem)
            throw ValueErrors.UpdatedItemTooLarge();
    }
}
