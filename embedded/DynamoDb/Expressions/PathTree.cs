using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>
/// The paths of one expression as a tree, with something at the end of each. No path may lie in another one, nor use a value as a map
/// where another one uses it as a list.
/// </summary>
internal sealed class PathTree<T>
    where T : class
{
    private readonly Dictionary<PathStep, PathTree<T>> _branches = [];
    private DocumentPath? _first;

    /// <summary>What lies at the end of the path that leads here, or null where paths lead on.</summary>
    public T? Leaf { get; private set; }

    public IReadOnlyDictionary<PathStep, PathTree<T>> Branches => _branches;

    /// <summary>Whether the value here is used as a list.</summary>
    public bool IsOfList => _branches.Keys.FirstOrDefault() is { Name: null } && _branches.Count > 0;

    /// <param name="kind">The parameter that holds the expression: errors name it.</param>
    /// <param name="paths">The paths, with what lies at the end of each.</param>
    public static PathTree<T> Of(string kind, IEnumerable<(DocumentPath Path, T Leaf)> paths)
    {
        var tree = new PathTree<T>();
        foreach (var (path, leaf) in paths)
            tree.Add(kind, path, leaf);
        return tree;
    }

    private void Add(string kind, DocumentPath path, T leaf)
    {
        var tree = this;
        foreach (var step in path.Steps)
        {
            if (tree.Leaf is not null)
                throw ExpressionErrors.Overlap(kind, tree._first!.ToString(), path.ToString());
            if (tree._branches.Count > 0 && tree.IsOfList != step.Name is null)
                throw ExpressionErrors.Conflict(kind, tree._first!.ToString(), path.ToString());
            tree._first ??= path;
            if (!tree._branches.TryGetValue(step, out var branch))
                tree._branches.Add(step, branch = new PathTree<T>());
            tree = branch;
        }

        if (tree._first is { } other)
            throw ExpressionErrors.Overlap(kind, other.ToString(), path.ToString());
        (tree._first, tree.Leaf) = (path, leaf);
    }
}
