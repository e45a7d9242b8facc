using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>The parts of an item that a read returns.</summary>
internal sealed class ProjectionExpression
{
    private const string Parameter = "ProjectionExpression";

    private readonly PathTree<DocumentPath> _tree;

    public ProjectionExpression(IReadOnlyList<DocumentPath> paths)
    {
        Paths = paths;
        _tree = PathTree<DocumentPath>.Of(Parameter, paths.Select(path => (path, path)));
    }

    public IReadOnlyList<DocumentPath> Paths { get; }

    public static ProjectionExpression Parse(string text, Placeholders placeholders) => new(ProjectionParser.Parse(text, placeholders));

    /// <summary>The parts that the item has, in maps and lists like those that they lie in.</summary>
    public MapValue Project(MapValue item) => (MapValue?)Project(item, _tree) ?? MapValue.Empty;

    private static AttributeValue? Project(AttributeValue value, PathTree<DocumentPath> tree) => value switch
    {
        _ when tree.Leaf is not null => value,
        MapValue map when !tree.IsOfList => ProjectMap(map, tree),
        ListValue list when tree.IsOfList => ProjectList(list, tree),
        _ => null,
    };

    private static MapValue? ProjectMap(MapValue map, PathTree<DocumentPath> tree)
    {
        var found = new Dictionary<string, AttributeValue>();
        foreach (var (step, branch) in tree.Branches)
        {
            if (map[step.Name!] is { } value && Project(value, branch) is { } part)
                found.Add(step.Name!, part);
        }

        return found.Count == 0 ? null : new MapValue(found);
    }

    private static ListValue? ProjectList(ListValue list, PathTree<DocumentPath> tree)
    {
        var found = tree.Branches
            .Where(branch => branch.Key.Index < list.Elements.Count)
            .OrderBy(branch => branch.Key.Index)
            .Select(branch => Project(list.Elements[branch.Key.Index], branch.Value))
            .OfType<AttributeValue>()
            .ToList();
        return found.Count == 0 ? null : new ListValue(found);
    }

    private sealed class ProjectionParser : ExpressionParser
    {
        private ProjectionParser(string text, Placeholders placeholders)
            : base(Parameter, text, placeholders)
        {
        }

        public static List<DocumentPath> Parse(string text, Placeholders placeholders)
        {
            var parser = new ProjectionParser(text, placeholders);
            var paths = parser.ReadList(parser.ReadPath);
            parser.Tokens.ExpectEnd();
            return paths;
        }
    }
}
