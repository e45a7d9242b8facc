using System.Text.Json;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>One read of a transaction.</summary>
internal sealed class TransactedGet
{
    private readonly JsonElement? _json;
    private readonly ItemProjection _projection;
    private MapValue _key = MapValue.Empty;

    private TransactedGet(RequestReader request)
    {
        Table = request.Table();
        _json = request.Required("Key");
        _projection = new ItemProjection(request, canBeConsistent: false);
    }

    /// <summary>The table, as the request names it.</summary>
    public TableReference Table { get; }

    /// <summary>Reads an element of the transaction; null where it has no read, which breaks a constraint.</summary>
    public static TransactedGet? Read(RequestReader element)
    {
        element.Required("Get");
        return element.Structure("Get") is { } get ? new TransactedGet(get) : null;
    }

    /// <summary>Parses what can be checked without the table.</summary>
    public void Parse()
    {
        _projection.Parse();
        _key = ValueReader.ReadItem(_json!.Value);
    }

    public EncodedKey Resolve(TableDefinition table)
    {
        KeyRules.CheckKey(table.Key, _key);
        return table.Key.Encode(_key);
    }

    public MapValue Project(MapValue item) => _projection.Of(item);
}
