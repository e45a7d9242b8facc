using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>What the actions of a transaction have to be.</summary>
internal static class TransactionRules
{
    private const int MostActions = 100;

    /// <summary>Reads the actions; <see cref="CheckOneEach"/> tells whether each element of the list has one.</summary>
    public static List<List<ItemWrite>> Read(RequestReader request) => [.. Elements(request).Select(element => ReadActions(element).ToList())];

    /// <summary>The elements of a transaction that writes, or of one that reads.</summary>
    public static IReadOnlyList<RequestReader> Elements(RequestReader request)
    {
        request.Required("TransactItems");
        var count = request.Count("TransactItems");
        if (count == 0)
            request.Violate("[]", "TransactItems", "have length greater than or equal to 1");
        if (count > MostActions)
            request.Violate($"[{count} actions]", "TransactItems", $"have length less than or equal to {MostActions}");
        return count is > 0 and <= MostActions ? request.Structures("TransactItems")! : [];
    }

    public static void CheckOneEach(IEnumerable<List<ItemWrite>> elements)
    {
        if (elements.Any(actions => actions.Count != 1))
            throw TransactionErrors.NotOneAction();
    }

    public static void CheckDistinct(IReadOnlyCollection<(TableDefinition Table, EncodedKey Key)> items)
    {
        if (items.DistinctBy(item => (item.Table.Id, item.Key)).Count() != items.Count)
            throw TransactionErrors.SameItemTwice();
    }

    private static IEnumerable<ItemWrite> ReadActions(RequestReader element)
    {
        if (element.Structure("ConditionCheck") is { } check)
            yield return new ConditionCheck(check);
        if (element.Structure("Put") is { } put)
            yield return new PutWrite(put);
        if (element.Structure("Delete") is { } delete)
            yield return new DeleteWrite(delete);
        if (element.Structure("Update") is { } update)
            yield return new UpdateWrite(update, isExpressionRequired: true);
    }
}
