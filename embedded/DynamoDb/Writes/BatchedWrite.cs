using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>One write of a batch: it puts an item or deletes one, whatever is there.</summary>
internal sealed class BatchedWrite
{
    private readonly JsonElement? _item;
    private readonly JsonElement? _key;
    private readonly bool _isOne;
    private MapValue _attributes = MapValue.Empty;

    public BatchedWrite(TableReference table, RequestReader request)
    {
        Table = table;
        var (put, delete) = (request.Structure("PutRequest"), request.Structure("DeleteRequest"));
        _item = put?.Required("Item");
        _key = delete?.Required("Key");
        _isOne = put is null != delete is null;
    }

    /// <summary>The table, as the request names it.</summary>
    public TableReference Table { get; }

    /// <summary>Parses what can be checked without the table.</summary>
    public void Parse()
    {
        if (!_isOne)
            throw ValueErrors.SeveralTypes(); // AWS's own words for a write that does nothing, or two things.
        _attributes = ValueReader.ReadItem((_item ?? _key)!.Value);
        if (_item is not null)
            ItemRules.CheckPut(_attributes);
    }

    /// <summary>The write as the store does it.</summary>
    public ItemChange Resolve(TableDefinition table)
    {
        if (_key is not null)
        {
            KeyRules.CheckKey(table.Key, _attributes);
            return new ItemChange(table, table.Key.Encode(_attributes), _ => null) { Deletes = true };
        }

        if (!table.Key.Attributes.All(key => _attributes[key.Name]?.Type == key.Type))
            throw KeyErrors.DoesNotMatchTheSchema();
        KeyRules.CheckItemKey(table.Key, _attributes);
        KeyRules.CheckIndexKeys(table, _attributes);
        return new ItemChange(table, table.Key.Encode(_attributes), _ => _attributes);
    }
}
