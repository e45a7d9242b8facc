using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>A conditional write of one item: an operation of its own, or an action of a transaction.</summary>
internal abstract class ItemWrite
{
    private const string ConditionParameter = "ConditionExpression";

    private readonly string? _conditionText;
    private readonly bool _showsFailedItem;
    private Condition? _condition;
    private TableDefinition? _table;
    private EncodedKey _key;

    protected ItemWrite(RequestReader request)
    {
        TableName = request.Table();
        Placeholders = new Placeholders(request, withValues: true);
        _conditionText = request.Text(ConditionParameter);
        _showsFailedItem = request.OneOf("ReturnValuesOnConditionCheckFailure", "ALL_OLD", "NONE") == "ALL_OLD";
    }

    /// <summary>The table, as the request names it.</summary>
    public TableReference TableName { get; }

    /// <summary>The write as the store does it; once it is resolved.</summary>
    public ItemChange Change => new(_table!, _key, Apply) { Deletes = this is DeleteWrite };

    protected Placeholders Placeholders { get; }

    protected bool HasCondition => _conditionText is not null;

    /// <summary>Parses what can be checked without the table.</summary>
    public void Parse()
    {
        ParseWrite();
        if (_conditionText is not null)
            _condition = ConditionParser.Parse(ConditionParameter, _conditionText, Placeholders);
        Placeholders.CheckAllUsed();
    }

    /// <summary>Checks the write against its table.</summary>
    public void Resolve(TableDefinition table)
    {
        _table = table;
        _key = table.Key.Encode(CheckedKey(table));
    }

    protected abstract void ParseWrite();

    /// <summary>The attributes that hold the item's key, which fits the table.</summary>
    protected abstract MapValue CheckedKey(TableDefinition table);

    /// <summary>The item after the write, or null for none.</summary>
    protected abstract MapValue? Apply(TableDefinition table, MapValue? old);

    /// <summary>Refuses the write where the item that is there fails the condition; a missing item has no attributes.</summary>
    private MapValue? Apply(MapValue? old) => _condition?.Holds(old ?? MapValue.Empty) == false
        ? throw UpdateErrors.ConditionFailed(_showsFailedItem ? old : null)
        : Apply(_table!, old);
}
