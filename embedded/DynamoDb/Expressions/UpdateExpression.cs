using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>What an update does to an item. All of it sees the item as it was before.</summary>
internal sealed class UpdateExpression(IReadOnlyList<UpdateAction> actions)
{
    public IReadOnlyList<DocumentPath> Paths { get; } = [.. actions.Select(action => action.Path)];

    public static UpdateExpression Parse(string text, Placeholders placeholders) => UpdateParser.Parse(text, placeholders);

    public MapValue Apply(MapValue item)
    {
        var changes = actions.Select(action => (action.Path, Value: action.Evaluate(item))).ToList();
        var updated = item;
        foreach (var (path, value) in changes)
            updated = value is null ? updated : DocumentEditor.Set(updated, path, value);
        // From the back, so that an index that is still to be removed stays right.
        var gone = changes.Where(change => change.Value is null).Select(change => change.Path);
        return gone.OrderDescending(PathOrder.Instance).Aggregate(updated, DocumentEditor.Remove);
    }

    /// <summary>Orders paths by the indexes at which they part.</summary>
    private sealed class PathOrder : IComparer<DocumentPath>
    {
        public static readonly PathOrder Instance = new();

        public int Compare(DocumentPath? x, DocumentPath? y) =>
            x!.Steps.Zip(y!.Steps, CompareSteps).FirstOrDefault(order => order != 0);

        private static int CompareSteps(PathStep x, PathStep y) =>
            x.Name is null && y.Name is null ? x.Index.CompareTo(y.Index) : string.CompareOrdinal(x.Name, y.Name);
    }
}
