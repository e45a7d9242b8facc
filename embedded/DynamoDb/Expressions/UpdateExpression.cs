using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>What an update does to an item. All of it sees the item as it was before.</summary>
internal sealed class UpdateExpression(IReadOnlyList<UpdateAction> actions)
{
    /// <summary>The parameter that holds an update.</summary>
    public const string Parameter = "UpdateExpression";

    public IReadOnlyList<DocumentPath> Paths { get; } = [.. actions.Select(action => action.Path)];

    public static UpdateExpression Parse(string text, Placeholders placeholders) => UpdateParser.Parse(text, placeholders);

    public MapValue Apply(MapValue item)
    {
        var edits = new List<(DocumentPath Path, Edit Edit)>();
        var size = 0L;
        foreach (var action in actions)
        {
            var value = action.Evaluate(item);
            // Every value is in the new item, at a path of its own. The others are not made where these are too large already: all are in memory together.
            size += value?.Size ?? 0;
            if (size > ItemRules.LargestItem)
                throw ValueErrors.UpdatedItemTooLarge();
            edits.Add((action.Path, new Edit(value)));
        }

        return DocumentEditor.Apply(item, PathTree<Edit>.Of(Parameter, edits));
    }
}
