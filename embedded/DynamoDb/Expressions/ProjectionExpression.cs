using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>The parts of an item that a read returns.</summary>
internal sealed class ProjectionExpression
{
    private readonly PathTree _tree = new();

    public ProjectionExpression(IReadOnlyList<DocumentPath> paths)
    {
        Paths = paths;
        foreach (var path in paths)
            _tree.Add(path);
    }

    public IReadOnlyList<DocumentPath> Paths { get; }

    public static ProjectionExpression Parse(string text, Placeholders placeholders) =>
        new(ProjectionParser.Parse("ProjectionExpression", text, placeholders));

    /// <summary>The parts that the item has, in maps and lists like those that they lie in.</summary>
    public MapValue Project(MapValue item) => (MapValue?)_tree.Project(item) ?? MapValue.Empty;

    private sealed class ProjectionParser : ExpressionParser
    {
        private ProjectionParser(string kind, string text, Placeholders placeholders)
            : base(kind, text, placeholders)
        {
        }

        public static List<DocumentPath> Parse(string kind, string text, Placeholders placeholders)
        {
            var parser = new ProjectionParser(kind, text, placeholders);
            var paths = parser.ReadList(parser.ReadPath);
            parser.Tokens.ExpectEnd();
            PathRules.CheckDistinct(kind, paths);
            return paths;
        }
    }

    /// <summary>Paths as a tree; a leaf takes all that lies there.</summary>
    private sealed class PathTree
    {
        private readonly Dictionary<PathStep, PathTree> _branches = [];

        public void Add(DocumentPath path)
        {
            var tree = this;
            foreach (var step in path.Steps)
            {
                if (!tree._branches.TryGetValue(step, out var branch))
                    tree._branches.Add(step, branch = new PathTree());
                tree = branch;
            }
        }

        public AttributeValue? Project(AttributeValue value) => value switch
        {
            _ when _branches.Count == 0 => value,
            MapValue map => ProjectMap(map),
            ListValue list => ProjectList(list),
            _ => null,
        };

        private MapValue? ProjectMap(MapValue map)
        {
            var found = new Dictionary<string, AttributeValue>();
            foreach (var (step, branch) in _branches)
            {
                if (step.Name is { } name && map[name] is { } value && branch.Project(value) is { } part)
                    found.Add(name, part);
            }

            return found.Count == 0 ? null : new MapValue(found);
        }

        private ListValue? ProjectList(ListValue list)
        {
            var found = _branches
                .Where(branch => branch.Key.Name is null && branch.Key.Index < list.Elements.Count)
                .OrderBy(branch => branch.Key.Index)
                .Select(branch => branch.Value.Project(list.Elements[branch.Key.Index]))
                .OfType<AttributeValue>()
                .ToList();
            return found.Count == 0 ? null : new ListValue(found);
        }
    }
}
