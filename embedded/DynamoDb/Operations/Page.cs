using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>One page of a Query or a Scan: it ends at the limit, or before the item that would take it past 1 MB.</summary>
internal sealed class Page
{
    private const int LargestPage = 1024 * 1024;

    private readonly PageParameters _parameters;
    private readonly ItemRange _range;
    private readonly List<MapValue> _found = [];
    private int _count;
    private int _scanned;
    private int _size;
    private MapValue? _last;
    private bool _ended = true;

    private Page(PageParameters parameters, ItemRange range)
    {
        _parameters = parameters;
        _range = range;
    }

    public static Page Read(ItemStore items, PageParameters parameters, ItemRange range)
    {
        var page = new Page(parameters, range);
        items.Visit(range, parameters.Consistent, page.Add);
        return page;
    }

    public void Write(Utf8JsonWriter json)
    {
        if (!_parameters.OnlyCount)
        {
            json.WriteStartArray("Items");
            foreach (var item in _found)
                json.WriteItem(item);
            json.WriteEndArray();
        }

        json.WriteNumber("Count", _count);
        json.WriteNumber("ScannedCount", _scanned);
        if (!_ended)
            json.WriteItem("LastEvaluatedKey", KeyOfLast());
        ConsumedCapacity
            .OfPage(_range.Index, ConsumedCapacity.OfRead(_size, _parameters.Consistent))
            .WriteMember(json, _parameters.TableName, _parameters.CapacityMode);
    }

    /// <summary>Adds the next item, and tells whether there is room for more.</summary>
    private bool Add(MapValue item)
    {
        var shown = _range.Index?.Project(_range.Table, item) ?? item;
        var size = shown.ItemSize;
        if (_size + size > LargestPage)
            return _ended = false;
        _size += size;
        _scanned++;
        _last = item;
        if (_parameters.Filter?.Holds(shown) != false)
            Keep(shown);
        // As on AWS, a page that ends at its limit has a last key even where nothing follows.
        return _ended = _scanned != _parameters.Limit;
    }

    private void Keep(MapValue item)
    {
        _count++;
        if (!_parameters.OnlyCount)
            _found.Add(_parameters.Projection?.Project(item) ?? item);
    }

    private MapValue KeyOfLast()
    {
        var keys = (_range.Index?.Key.Attributes ?? []).Union(_range.Table.Key.Attributes);
        return new MapValue(keys.ToDictionary(key => key.Name, key => _last![key.Name]!));
    }
}
