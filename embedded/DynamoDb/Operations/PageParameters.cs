using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>What Query and Scan share.</summary>
internal sealed class PageParameters
{
    private readonly string? _indexName;
    private readonly string? _select;
    private readonly string? _filterText;
    private readonly string? _projectionText;
    private readonly JsonElement? _startJson;
    private MapValue? _start;
    private IReadOnlyList<DocumentPath> _filteredPaths = [];

    public PageParameters(RequestReader request)
    {
        TableName = request.Table();
        Placeholders = new Placeholders(request, withValues: true);
        _indexName = request.ResourceName("IndexName");
        _select = request.OneOf("Select", "SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
        _filterText = request.Text("FilterExpression");
        _projectionText = request.Text("ProjectionExpression");
        _startJson = request.Member("ExclusiveStartKey");
        Limit = request.Limit("Limit");
        Consistent = request.Boolean("ConsistentRead") ?? false;
        CapacityMode = ConsumedCapacity.Mode(request);
    }

    /// <summary>The table, as the request names it.</summary>
    public TableReference TableName { get; }

    public Placeholders Placeholders { get; }

    public int? Limit { get; }

    public bool Consistent { get; }

    public string? CapacityMode { get; }

    public bool OnlyCount => _select == "COUNT";

    public bool HasExpression => _filterText is not null || _projectionText is not null;

    public Condition? Filter { get; private set; }

    /// <summary>The attributes that the filter looks at.</summary>
    public IEnumerable<string> FilteredAttributes => _filteredPaths.Select(path => path.Attribute);

    public ProjectionExpression? Projection { get; private set; }

    /// <summary>Parses what can be checked without the table; after the expressions that are the operation's own.</summary>
    public void Parse()
    {
        CheckSelect();
        if (_filterText is not null)
            Filter = ConditionParser.Parse("FilterExpression", _filterText, Placeholders, out _filteredPaths);
        if (_projectionText is not null)
            Projection = ProjectionExpression.Parse(_projectionText, Placeholders);
        Placeholders.CheckAllUsed();
        _start = _startJson is { } json ? ValueReader.ReadItem(json) : null;
    }

    /// <summary>The index that is read, or null for the table itself.</summary>
    public SecondaryIndex? Index(TableDefinition table)
    {
        if (_indexName is null)
            return null;
        var index = table.Index(_indexName);
        if (Consistent)
            throw ReadErrors.ConsistentReadOfIndex();
        if (_select == "ALL_ATTRIBUTES" && !index.ProjectsAll)
            throw ReadErrors.AllAttributesOfIndex(index.Name);
        var hidden = Projection?.Paths.Select(path => path.Attribute).Where(name => !index.Projects(table, name)).Distinct().ToList();
        return hidden is { Count: > 0 } ? throw ReadErrors.NotProjected(index.Name, hidden) : index;
    }

    /// <summary>Where the page starts, checked against the keys and against the run that is read.</summary>
    public ItemRange StartAfter(ItemRange range)
    {
        if (_start is null)
            return range;
        var (table, index) = (range.Table, range.Index);
        var key = index?.Key ?? table.Key;
        if (!KeyRules.Matches(_start, key.Attributes.Union(table.Key.Attributes)))
            throw KeyErrors.StartInvalid("The provided key element does not match the schema");
        KeyRules.CheckValues(table.Key, _start);
        KeyRules.CheckValues(key, _start);
        var position = new Position(key.Encode(_start), table.Key.Encode(_start));
        if (range.Segment is { } segment && !segment.Contains(position.Key.Hash))
            throw KeyErrors.StartInOtherSegment(segment.Number, segment.Total);
        if (range.Hash is { } hash && !hash.AsSpan().SequenceEqual(position.Key.Hash))
            throw KeyErrors.StartOutside();
        return range.Contains(position.Key.Range) ? range with { After = position } : throw KeyErrors.StartNotInRange();
    }

    private void CheckSelect()
    {
        if (_select == "ALL_PROJECTED_ATTRIBUTES" && _indexName is null)
            throw ReadErrors.AllProjectedOfTable();
        if (_select == "SPECIFIC_ATTRIBUTES" && _projectionText is null)
            throw ReadErrors.NothingSelected();
        if (_select is not (null or "SPECIFIC_ATTRIBUTES") && _projectionText is not null)
            throw ReadErrors.ProjectionAndSelect(_select);
    }
}
