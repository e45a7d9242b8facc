using System.Text.Json;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>Puts an item in the place of one with the same key.</summary>
internal sealed class PutWrite(RequestReader request) : ItemWrite(request)
{
    private readonly JsonElement? _json = request.Required("Item");
    private MapValue _item = MapValue.Empty;

    protected override void ParseWrite()
    {
        Placeholders.Check(HasCondition, "ConditionExpression is null");
        _item = ValueReader.ReadItem(_json!.Value);
    }

    protected override MapValue CheckedKey(TableDefinition table)
    {
        KeyRules.CheckItemKey(table.Key, _item);
        KeyRules.CheckIndexKeys(table, _item);
        ItemRules.CheckPut(_item);
        return _item;
    }

    protected override MapValue Apply(TableDefinition table, MapValue? old) => _item;
}
