using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Listing;

/// <summary>A Query of one index, put together condition by condition. Every name is a placeholder: many are reserved words.</summary>
internal sealed class ImageQuery(TableIndex index, AttributeValue partition, bool ascending)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, AttributeValue> _values = [];
    private readonly List<string> _filters = [];
    private string _keyCondition = "";
    private Dictionary<string, AttributeValue>? _start;

    /// <summary>How many items are read; null for as many as DynamoDB reads at once (1 MB).</summary>
    public int? Limit { get; set; }

    /// <summary>Whether anything but the index narrows the answer.</summary>
    public bool IsFiltered => _filters.Count > 0;

    /// <summary>Only sort keys in this range, both ends included.</summary>
    public void Between(string first, string last) =>
        _keyCondition = $" AND {Name(index.SortKey.Name)} BETWEEN {Value(ImageItem.S(first))} AND {Value(ImageItem.S(last))}";

    /// <summary>Only sort keys that begin so.</summary>
    public void BeginsWith(string prefix) =>
        _keyCondition = $" AND begins_with({Name(index.SortKey.Name)}, {Value(ImageItem.S(prefix))})";

    /// <summary>Only items whose attribute compares so to a value: <c>=</c>, <c>&lt;</c>, <c>&gt;=</c>.</summary>
    public void Where(string attribute, string comparison, string value) =>
        _filters.Add($"{Name(attribute)} {comparison} {Value(ImageItem.S(value))}");

    /// <summary>Only items whose metadata has this tag.</summary>
    public void WhereTag(string tag) =>
        _filters.Add($"contains({Name(ImageItem.Metadata)}.{Name(MetadataItem.Tags)}, {Value(ImageItem.S(tag))})");

    /// <summary>The page starts after this place of the index; nothing needs to be there any more.</summary>
    public void StartAfter(string sortKey, string id) => _start = new()
    {
        [index.PartitionKey.Name] = partition,
        [index.SortKey.Name] = ImageItem.S(sortKey),
        [TableSchema.Id.Name] = ImageItem.S(id),
    };

    public QueryRequest ToRequest(string tableName) => new()
    {
        TableName = tableName,
        IndexName = index.Name,
        KeyConditionExpression = $"{Name(index.PartitionKey.Name)} = {Value(partition)}{_keyCondition}",
        FilterExpression = IsFiltered ? string.Join(" AND ", _filters) : null,
        ExpressionAttributeNames = _names,
        ExpressionAttributeValues = _values,
        ScanIndexForward = ascending,
        Limit = Limit,
        ExclusiveStartKey = _start,
    };

    private string Name(string attribute)
    {
        _names[$"#{attribute}"] = attribute;
        return $"#{attribute}";
    }

    private string Value(AttributeValue value)
    {
        var name = $":v{_values.Count}";
        _values[name] = value;
        return name;
    }
}
