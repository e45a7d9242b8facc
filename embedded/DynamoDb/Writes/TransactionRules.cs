using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>What the actions of a transaction have to be.</summary>
internal static class TransactionRules
{
    private const int MostActions = 100;

    /// <summary>Reads the actions; each element of the list has one, which <see cref="CheckOneEach"/> tells.</summary>
    public static List<List<ItemWrite>> Read(RequestReader request)
    {
        request.Required("TransactItems");
        var elements = request.Structures("TransactItems");
        if (elements is { Count: 0 })
            request.Violate("[]", "TransactItems", "have length greater than or equal to 1");
        if (elements is { Count: > MostActions })
            request.Violate($"[{elements.Count} actions]", "TransactItems", $"have length less than or equal to {MostActions}");
        return [.. (elements ?? []).Select(element => ReadActions(element).ToList())];
    }

    public static void CheckOneEach(IEnumerable<List<ItemWrite>> elements)
    {
        if (elements.Any(actions => actions.Count != 1))
            throw TransactionErrors.NotOneAction();
    }

    public static void CheckDistinct(List<ItemChange> changes)
    {
        if (changes.DistinctBy(change => (change.Table.Id, change.Key)).Count() != changes.Count)
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
