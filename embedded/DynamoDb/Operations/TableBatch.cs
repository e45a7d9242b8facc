using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>The part of a BatchGetItem that reads one table.</summary>
internal sealed class TableBatch
{
    private readonly RequestReader _request;
    private readonly ItemProjection _projection;
    private readonly List<MapValue> _found = [];
    private List<MapValue> _keys = [];
    private TableDefinition? _table;
    private int _processed;
    private double _units;

    public TableBatch(string table, RequestReader request)
    {
        Table = new TableReference(table);
        _request = request;
        request.Required("Keys");
        KeyCount = request.Count("Keys") ?? 0;
        _projection = new ItemProjection(request);
        if (KeyCount == 0)
            request.Violate("[]", "Keys", "have length greater than or equal to 1");
    }

    /// <summary>The table, as the request names it.</summary>
    public TableReference Table { get; }

    public int KeyCount { get; }

    public ConsumedCapacity Capacity => ConsumedCapacity.OfPage(null, _units);

    /// <summary>Parses what can be checked without the table, once the keys are known not to be too many.</summary>
    public void Parse()
    {
        _projection.Parse();
        _keys = [.. _request.List("Keys")!.Select(ValueReader.ReadItem)];
    }

    /// <summary>Checks the keys against the table, and returns what they name.</summary>
    public IEnumerable<(long TableId, EncodedKey Key)> Resolve(TableDefinition table)
    {
        _table = table;
        foreach (var key in _keys)
            KeyRules.CheckKey(table.Key, key);
        return _keys.Select(key => (table.Id, table.Key.Encode(key)));
    }

    /// <summary>Reads items until the space is used up, and returns what is left of it.</summary>
    public int Read(ItemStore items, int space)
    {
        while (_processed < _keys.Count)
        {
            var item = items.Get(_table!, _table!.Key.Encode(_keys[_processed]), _projection.Consistent);
            var size = item?.ItemSize ?? 0;
            if (size > space)
                return 0;
            space -= size;
            _processed++;
            _units += ConsumedCapacity.OfRead(size, _projection.Consistent);
            if (item is not null)
                _found.Add(_projection.Of(item));
        }

        return space;
    }

    public void WriteItems(Utf8JsonWriter json)
    {
        json.WriteStartArray(Table.Given);
        foreach (var item in _found)
            json.WriteItem(item);
        json.WriteEndArray();
    }

    /// <summary>Writes the request for the rest, ready to be sent again.</summary>
    public void WriteUnprocessed(Utf8JsonWriter json)
    {
        if (_processed == _keys.Count)
            return;
        json.WriteStartObject(Table.Given);
        foreach (var name in _request.Names.Where(name => name != "Keys"))
        {
            json.WritePropertyName(name);
            _request.Member(name)?.WriteTo(json);
        }

        json.WriteStartArray("Keys");
        foreach (var key in _keys.Skip(_processed))
            json.WriteItem(key);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
