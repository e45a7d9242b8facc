using EmbeddedAws.DynamoDb.Values;

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
        var edits = actions.Select(action => (action.Path, new Edit(action.Evaluate(item)))).ToList();
        return DocumentEditor.Apply(item, PathTree<Edit>.Of(Parameter, edits));
    }
}
