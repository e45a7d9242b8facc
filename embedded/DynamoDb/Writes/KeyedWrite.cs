using System.Text.Json;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>A write that names its item by the key.</summary>
internal abstract class KeyedWrite(RequestReader request) : ItemWrite(request)
{
    private readonly JsonElement? _json = request.Required("Key");

    protected MapValue Key { get; private set; } = MapValue.Empty;

    protected override void ParseWrite()
    {
        Placeholders.Check(HasCondition, "ConditionExpression is null");
        ReadKey();
    }

    protected void ReadKey() => Key = ValueReader.ReadItem(_json!.Value);

    protected override MapValue CheckedKey(TableDefinition table)
    {
        KeyRules.CheckKey(table.Key, Key);
        return Key;
    }
}
